package jp.tenken.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenken.edge.Endpoint;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.kernel.TenantId;
import jp.tenken.projections.ViewStore;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.storage.mongodb.MongoStorage;
import jp.tenken.storage.sqlite.SqliteStorage;
import jp.tenken.testkit.SliceFixture;
import jp.tenken.vault.Vault;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The modules on which the kit stands cannot depend on it, so their rules, and its own, are checked
 * here; so is that no module was forgotten.
 */
class FoundationsArchitectureTest {

    private static final List<Foundation> FOUNDATIONS =
            List.of(
                    new Foundation(TenantId.class, ArchitectureRules::kernel),
                    library(CommitLog.class),
                    suites(
                            InMemoryCommitLog.class,
                            "jp.tenken.eventstore",
                            "jp.tenken.projections",
                            "jp.tenken.vault"),
                    library(Vault.class),
                    library(ViewStore.class, "jp.tenken.eventstore"),
                    library(
                            SqliteStorage.class,
                            "jp.tenken.eventstore",
                            "jp.tenken.projections",
                            "jp.tenken.vault"),
                    reactiveEngine(
                            MongoStorage.class,
                            "jp.tenken.eventstore",
                            "jp.tenken.projections",
                            "jp.tenken.vault"),
                    infrastructure(Endpoint.class, "jp.tenken.kernel", "jp.tenken.vault"),
                    assembly(
                            TenkenRuntime.class,
                            "jp.tenken.kernel",
                            "jp.tenken.eventstore",
                            "jp.tenken.projections",
                            "jp.tenken.vault",
                            "jp.tenken.storage.sqlite",
                            "jp.tenken.storage.mongodb",
                            "jp.tenken.edge"),
                    assembly(
                            SliceFixture.class,
                            "jp.tenken.kernel",
                            "jp.tenken.eventstore",
                            "jp.tenken.runtime",
                            "jp.tenken.edge"));

    @TempDir Path elsewhere = Path.of("");

    @TestFactory
    Stream<DynamicContainer> theFoundationsKeepTheRules() {
        return FOUNDATIONS.stream()
                .map(
                        each ->
                                dynamicContainer(
                                        each.anchor().getPackageName(),
                                        each.rules().apply(each.anchor())));
    }

    @Test
    void everyModuleThatHasCodeIsUnderRule() {
        Set<Path> underRule =
                FOUNDATIONS.stream()
                        .map(each -> ModuleUnderRule.of(each.anchor()).folder())
                        .collect(Collectors.toCollection(TreeSet::new));
        List<Path> withCode = Modules.withCode(Modules.root());
        assertThat(withCode).hasSizeGreaterThan(FOUNDATIONS.size()).containsAll(underRule);

        withCode.stream().filter(Modules::checksItself).forEach(underRule::add);

        assertThat(withCode)
                .as("modules with code; those under rule are %s", underRule)
                .allMatch(underRule::contains);
    }

    @Test
    void aModuleWhoseCodeNobodyChecksIsFound() throws Exception {
        Files.writeString(elsewhere.resolve("pom.xml"), "<module>one</module><module>two</module>");
        Path code = Files.createDirectories(elsewhere.resolve("one/src/main/java/some"));
        Files.writeString(code.resolve("Some.java"), "package some;");
        Files.createDirectories(elsewhere.resolve("two/src/main/resources"));
        Path one = elsewhere.resolve("one");

        assertThat(Modules.withCode(elsewhere)).containsExactly(one);
        assertThat(Modules.checksItself(one)).isFalse();

        Path tests = Files.createDirectories(one.resolve("src/test/java/some"));
        Files.writeString(tests.resolve("ArchitectureTest.java"), "class ArchitectureTest {}");
        assertThat(Modules.checksItself(one)).as("a test that asks for no rules").isFalse();
    }

    @Test
    void decisionsAreNumberedWithoutGaps() {
        DecisionRules.numbersAreUniqueAndSequential(Modules.root().resolve("infra/docs/decisions"));
    }

    private static Foundation library(Class<?> anchor, String... known) {
        return new Foundation(anchor, of -> ArchitectureRules.library(of, known));
    }

    private static Foundation suites(Class<?> anchor, String... known) {
        return new Foundation(anchor, of -> ArchitectureRules.suites(of, known));
    }

    private static Foundation reactiveEngine(Class<?> anchor, String... known) {
        return new Foundation(anchor, of -> ArchitectureRules.reactiveEngine(of, known));
    }

    private static Foundation infrastructure(Class<?> anchor, String... known) {
        return new Foundation(anchor, of -> ArchitectureRules.infrastructure(of, known));
    }

    private static Foundation assembly(Class<?> anchor, String... known) {
        return new Foundation(anchor, of -> ArchitectureRules.assembly(of, known));
    }

    private record Foundation(Class<?> anchor, Function<Class<?>, Stream<DynamicTest>> rules) {}
}
