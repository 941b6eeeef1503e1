package jp.tenken.it;

import java.util.stream.Stream;
import jp.tenken.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.assembly(
                Reply.class,
                "jp.tenken.kernel",
                "jp.tenken.eventstore",
                "jp.tenken.projections",
                "jp.tenken.storage.sqlite",
                "jp.tenken.runtime",
                "jp.tenken.command",
                "jp.tenken.integration",
                "jp.tenken.query",
                "jp.tenken.standalone");
    }
}
