package jp.tenken.standalone;

import java.util.stream.Stream;
import jp.tenken.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.infrastructure(
                StandaloneApplication.class,
                "jp.tenken.kernel",
                "jp.tenken.command",
                "jp.tenken.query",
                "jp.tenken.integration",
                "jp.tenken.runtime",
                "jp.tenken.edge",
                "jp.tenken.projections",
                "jp.tenken.eventstore",
                "jp.tenken.vault",
                "jp.tenken.storage.sqlite");
    }
}
