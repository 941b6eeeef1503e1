package jp.tenken.testkit.architecture;

import java.util.stream.Stream;
import jp.tenken.edge.Endpoint;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.kernel.TenantId;
import jp.tenken.projections.ViewStore;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.storage.sqlite.SqliteStorage;
import jp.tenken.vault.Vault;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The modules on which the kit stands cannot depend on it, so their rules are checked here. */
class FoundationsArchitectureTest {

    @TestFactory
    Stream<DynamicTest> theSharedKernelKeepsTheRules() {
        return ArchitectureRules.kernel(TenantId.class);
    }

    @TestFactory
    Stream<DynamicTest> theEventStoreKeepsTheRules() {
        return ArchitectureRules.library(CommitLog.class);
    }

    @TestFactory
    Stream<DynamicTest> theConformanceKitKeepsTheRules() {
        return ArchitectureRules.library(
                InMemoryCommitLog.class,
                "jp.tenken.eventstore",
                "jp.tenken.projections",
                "jp.tenken.vault");
    }

    @TestFactory
    Stream<DynamicTest> theVaultKeepsTheRules() {
        return ArchitectureRules.library(Vault.class);
    }

    @TestFactory
    Stream<DynamicTest> theProjectionsKeepTheRules() {
        return ArchitectureRules.library(ViewStore.class, "jp.tenken.eventstore");
    }

    @TestFactory
    Stream<DynamicTest> theSqliteEngineKeepsTheRules() {
        return ArchitectureRules.library(
                SqliteStorage.class,
                "jp.tenken.eventstore",
                "jp.tenken.projections",
                "jp.tenken.vault");
    }

    @TestFactory
    Stream<DynamicTest> theWebEdgeKeepsTheRules() {
        return ArchitectureRules.infrastructure(
                Endpoint.class, "jp.tenken.kernel", "jp.tenken.vault");
    }

    @TestFactory
    Stream<DynamicTest> theRuntimeKeepsTheRules() {
        return ArchitectureRules.infrastructure(
                TenkenRuntime.class,
                "jp.tenken.kernel",
                "jp.tenken.eventstore",
                "jp.tenken.projections",
                "jp.tenken.vault",
                "jp.tenken.storage.sqlite",
                "jp.tenken.edge");
    }
}
