package jp.tenken.testkit.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;

/**
 * A rule with a name that says it.
 *
 * @param name a sentence
 * @param check throws an {@link AssertionError} that names every offender
 */
record HouseRule(String name, Consumer<ModuleUnderRule> check) {

    /** An ArchUnit rule; it fails when there is no class that it is about. */
    static HouseRule of(String name, ArchRule rule) {
        return new HouseRule(name, module -> rule.as(name).check(module.classes()));
    }

    DynamicTest on(ModuleUnderRule module) {
        return DynamicTest.dynamicTest(name, () -> check.accept(module));
    }
}
