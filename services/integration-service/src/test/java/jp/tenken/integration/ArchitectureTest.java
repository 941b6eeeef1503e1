package jp.tenken.integration;

import java.util.stream.Stream;
import jp.tenken.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsTheRulesOfTheHouse() {
        return ArchitectureRules.integrationSide(IntegrationService.class);
    }
}
