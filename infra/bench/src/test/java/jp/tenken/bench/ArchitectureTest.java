package jp.tenken.bench;

import java.util.stream.Stream;
import jp.tenken.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.assembly(
                BenchmarkRun.class,
                "jp.tenken.kernel",
                "jp.tenken.eventstore",
                "jp.tenken.projections",
                "jp.tenken.vault",
                "jp.tenken.storage.sqlite",
                "jp.tenken.storage.mongodb",
                "jp.tenken.runtime",
                "jp.tenken.query",
                // What it measures whole is the standalone program, over HTTP and as a process.
                "jp.tenken.edge",
                "jp.tenken.standalone",
                "jp.tenken.it");
    }
}
