package jp.tenken.query;

import java.util.stream.Stream;
import jp.tenken.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.readSide(QueryService.class);
    }
}
