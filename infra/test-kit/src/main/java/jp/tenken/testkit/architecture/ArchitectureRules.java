package jp.tenken.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The sets of rules, one per kind of module. A module's test is:
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     @TestFactory
 *     Stream<DynamicTest> keepsTheRulesOfTheHouse() {
 *         return ArchitectureRules.writeSide(CommandService.class);
 *     }
 * }
 * }</pre>
 *
 * <p>Modules on which this kit stands cannot depend on it; their tests stand beside it, in the
 * kit's own.
 */
public final class ArchitectureRules {

    private static final int LINES_OF_A_SLICE = 200;
    private static final int LINES_ELSEWHERE = 300;

    private ArchitectureRules() {}

    /**
     * The published language: values and events, no technique.
     *
     * @param anchor a class in the module's root package
     */
    public static Stream<DynamicTest> kernel(Class<?> anchor) {
        List<HouseRule> rules = house(LINES_ELSEWHERE);
        rules.add(
                PackageRules.knowsNothingBut(
                        anchor.getPackageName() + "..",
                        "java..",
                        "org.jspecify.annotations..",
                        // The annotations that give an event its name and its tags.
                        "org.axonframework.messaging.eventhandling.annotation..",
                        "org.axonframework.eventsourcing.annotation.."));
        rules.add(
                PackageRules.knowsNothingOf(
                        "java.sql..", "java.net..", "java.nio.file..", "java.util.logging.."));
        rules.add(CodeRules.nobodyWaitsWithoutEnd());
        rules.add(
                TimeRules.neitherTimeNorChance(
                        DescribedPredicate.<JavaClass>alwaysTrue().as("the language is spoken")));
        rules.add(MessageRules.eventsNeverChange());
        rules.add(MessageRules.noMessageNamesATenant());
        return on(anchor, rules);
    }

    /**
     * A library that can be published alone: no Spring, no HTTP, no domain word.
     *
     * @param anchor a class in the module's root package
     * @param known roots of our modules on which it may stand
     */
    public static Stream<DynamicTest> library(Class<?> anchor, String... known) {
        List<HouseRule> rules = publishable(anchor, known);
        rules.add(CodeRules.nobodyWaitsWithoutEnd());
        rules.add(TimeRules.timeIsAClocks());
        return on(anchor, rules);
    }

    /**
     * Suites that other modules' tests extend: a library, but tests by what they do, so they may
     * wait for what they started and take the machine's clock.
     *
     * @param anchor a class in the module's root package
     * @param known roots of our modules on which it may stand
     */
    public static Stream<DynamicTest> suites(Class<?> anchor, String... known) {
        return on(anchor, publishable(anchor, known));
    }

    private static List<HouseRule> publishable(Class<?> anchor, String... known) {
        List<HouseRule> rules = house(LINES_ELSEWHERE);
        rules.add(PackageRules.knowsOfOurModulesOnly(anchor.getPackageName(), known));
        rules.add(
                PackageRules.knowsNothingOf(
                        "org.springframework..",
                        "reactor.core..",
                        "tools.jackson..",
                        "com.fasterxml.."));
        return rules;
    }

    /**
     * An engine on a reactive driver: a library that may know the reactive streams in which the
     * driver speaks, though its ports do not show them.
     *
     * @param anchor a class in the module's root package
     * @param known roots of our modules on which it may stand
     */
    public static Stream<DynamicTest> reactiveEngine(Class<?> anchor, String... known) {
        List<HouseRule> rules = house(LINES_ELSEWHERE);
        rules.add(CodeRules.nobodyWaitsWithoutEnd());
        rules.add(TimeRules.timeIsAClocks());
        rules.add(PackageRules.knowsOfOurModulesOnly(anchor.getPackageName(), known));
        rules.add(
                PackageRules.knowsNothingOf(
                        "org.springframework..", "tools.jackson..", "com.fasterxml.."));
        return on(anchor, rules);
    }

    /**
     * A module of the edge, or one that only puts together: it may know frameworks, but not whom it
     * serves.
     *
     * @param anchor a class in the module's root package
     * @param known roots of our modules on which it may stand
     */
    public static Stream<DynamicTest> infrastructure(Class<?> anchor, String... known) {
        List<HouseRule> rules = framework(anchor, known);
        rules.add(TimeRules.timeIsAClocks());
        return on(anchor, rules);
    }

    /**
     * Where the machine's clock comes in: the assembly, and what runs the program from outside to
     * measure or to test it.
     *
     * @param anchor a class in the module's root package
     * @param known roots of our modules on which it may stand
     */
    public static Stream<DynamicTest> assembly(Class<?> anchor, String... known) {
        return on(anchor, framework(anchor, known));
    }

    private static List<HouseRule> framework(Class<?> anchor, String... known) {
        List<HouseRule> rules = house(LINES_ELSEWHERE);
        rules.add(CodeRules.nobodyWaitsWithoutEnd());
        rules.add(PackageRules.knowsOfOurModulesOnly(anchor.getPackageName(), known));
        return rules;
    }

    /**
     * The write side: slices that decide, and read no view.
     *
     * @param anchor a class in the module's root package
     */
    public static Stream<DynamicTest> writeSide(Class<?> anchor) {
        List<HouseRule> rules = slices(anchor);
        rules.add(
                PackageRules.knowsOfOurModulesOnly(
                        anchor.getPackageName(),
                        "jp.tenken.kernel",
                        "jp.tenken.runtime",
                        "jp.tenken.edge"));
        rules.add(SliceRules.insidesArePackagePrivate());
        rules.add(SliceRules.onlyEndpointsAndDoorsKnowTheEdge());
        rules.add(SliceRules.decisionsAreAnswers());
        rules.add(SliceRules.whatDecidesOnlyRejects());
        rules.add(MessageRules.commandsAndStatesNeverChange());
        rules.add(MessageRules.everyCommandIsSpecified());
        rules.add(MessageRules.noMessageNamesATenant());
        return on(anchor, rules);
    }

    /**
     * The read side: views, which send no command.
     *
     * @param anchor a class in the module's root package
     */
    public static Stream<DynamicTest> readSide(Class<?> anchor) {
        List<HouseRule> rules = slices(anchor);
        rules.add(
                PackageRules.knowsOfOurModulesOnly(
                        anchor.getPackageName(),
                        "jp.tenken.kernel",
                        "jp.tenken.runtime",
                        "jp.tenken.edge",
                        "jp.tenken.projections",
                        "jp.tenken.eventstore"));
        rules.add(PackageRules.knowsNothingOf("org.axonframework.messaging.commandhandling.."));
        rules.add(SliceRules.endpointsAreFinal());
        rules.add(MessageRules.noRecordNamesATenant());
        rules.add(MessageRules.rowsNeverChange());
        rules.add(MessageRules.everyViewIsSpecified());
        return on(anchor, rules);
    }

    /**
     * What delivers to other systems: it reads the log, and neither sends a command nor knows a
     * view.
     *
     * @param anchor a class in the module's root package
     */
    public static Stream<DynamicTest> integrationSide(Class<?> anchor) {
        List<HouseRule> rules = slices(anchor);
        rules.add(
                PackageRules.knowsOfOurModulesOnly(
                        anchor.getPackageName(),
                        "jp.tenken.kernel",
                        "jp.tenken.runtime",
                        "jp.tenken.edge",
                        "jp.tenken.eventstore"));
        rules.add(
                PackageRules.knowsNothingOf("org.axonframework..", "jp.tenken.runtime.command.."));
        rules.add(SliceRules.endpointsAreFinal());
        rules.add(MessageRules.noRecordNamesATenant());
        return on(anchor, rules);
    }

    private static List<HouseRule> slices(Class<?> anchor) {
        List<HouseRule> rules = house(LINES_OF_A_SLICE);
        rules.add(SliceRules.slicesDoNotSeeEachOther(anchor.getPackageName()));
        rules.add(SliceRules.storageStaysBehindItsPorts());
        rules.add(CodeRules.nobodyWaitsWithoutEnd());
        rules.add(TimeRules.timeIsAClocks());
        rules.add(TimeRules.neitherTimeNorChance(SliceRules.decides()));
        rules.add(SliceRules.onlyTheEdgeKnowsStatuses());
        return rules;
    }

    private static List<HouseRule> house(int lines) {
        return new ArrayList<>(
                Arrays.asList(
                        PackageRules.everyPackageIsNullMarked(),
                        PackageRules.noCycles(),
                        CodeRules.namesSayWhat(),
                        CodeRules.nobodySleeps(),
                        CodeRules.noThreadLocal(),
                        CodeRules.nobodyPrints(),
                        CodeRules.nothingIsScannedOrInjectedIntoFields(),
                        CodeRules.noFieldIsInjected(),
                        // The blocking driver; its neighbours, such as com.mongodb.client.model,
                        // are shared.
                        PackageRules.knowsNothingOf("com.mongodb.client", "lombok.."),
                        CodeRules.nobodyPublishesEventsPastACommand(),
                        CodeRules.everyEventHandlerHasASequencingPolicy(),
                        CodeRules.nobodyRoutesPastAnEndpoint(),
                        CodeRules.axonStaysWhereItIsUsed(),
                        SourceRules.filesHaveAtMost(lines),
                        SourceRules.everyPackageSaysWhatMayLiveThere(),
                        SourceRules.nothingIsLeftForLater()));
    }

    private static Stream<DynamicTest> on(Class<?> anchor, List<HouseRule> rules) {
        ModuleUnderRule module = ModuleUnderRule.of(anchor);
        return rules.stream().map(rule -> rule.on(module));
    }
}
