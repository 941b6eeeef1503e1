package jp.tenken.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.projections.RowKey;
import jp.tenken.testkit.architecture.samples.code.Appender;
import jp.tenken.testkit.architecture.samples.code.AppendsByItself;
import jp.tenken.testkit.architecture.samples.code.AsksChance;
import jp.tenken.testkit.architecture.samples.code.AsksTheMachine;
import jp.tenken.testkit.architecture.samples.code.AsksTheTime;
import jp.tenken.testkit.architecture.samples.code.Complainer;
import jp.tenken.testkit.architecture.samples.code.DefaultComponent;
import jp.tenken.testkit.architecture.samples.code.Injected;
import jp.tenken.testkit.architecture.samples.code.KnowsStatuses;
import jp.tenken.testkit.architecture.samples.code.Mapped;
import jp.tenken.testkit.architecture.samples.code.Printer;
import jp.tenken.testkit.architecture.samples.code.Publisher;
import jp.tenken.testkit.architecture.samples.code.Router;
import jp.tenken.testkit.architecture.samples.code.Scanned;
import jp.tenken.testkit.architecture.samples.code.Sleeper;
import jp.tenken.testkit.architecture.samples.code.StoresByItself;
import jp.tenken.testkit.architecture.samples.code.TakesAClock;
import jp.tenken.testkit.architecture.samples.code.ThingManager;
import jp.tenken.testkit.architecture.samples.code.ThreadBound;
import jp.tenken.testkit.architecture.samples.code.UnorderedHandling;
import jp.tenken.testkit.architecture.samples.code.Waiter;
import jp.tenken.testkit.architecture.samples.messages.MoveThing;
import jp.tenken.testkit.architecture.samples.messages.MoveThingHandler;
import jp.tenken.testkit.architecture.samples.messages.Standing;
import jp.tenken.testkit.architecture.samples.messages.ThingMoved;
import jp.tenken.testkit.architecture.samples.messages.Things;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesBiteTest {

    private static final String SAMPLES = "jp.tenken.testkit.architecture.samples.";

    @TempDir Path folder = Path.of("");

    @Test
    void rulesAboutCodeBite() {
        bites(CodeRules.namesSayWhat(), ThingManager.class);
        bites(CodeRules.nobodySleeps(), Sleeper.class);
        bites(CodeRules.noThreadLocal(), ThreadBound.class);
        bites(CodeRules.nobodyPrints(), Printer.class);
        bites(CodeRules.nothingIsScannedOrInjectedIntoFields(), Scanned.class);
        bites(CodeRules.noFieldIsInjected(), Injected.class);
        bites(CodeRules.nobodyWaitsWithoutEnd(), Waiter.class);
        bites(CodeRules.nobodyPublishesEventsPastACommand(), Publisher.class);
        bites(CodeRules.everyEventHandlerHasASequencingPolicy(), UnorderedHandling.class);
        bites(CodeRules.everyEventHandlerHasASequencingPolicy(), DefaultComponent.class);
        bites(TimeRules.neitherTimeNorChance(DescribedPredicate.alwaysTrue()), AsksTheTime.class);
        bites(TimeRules.neitherTimeNorChance(DescribedPredicate.alwaysTrue()), AsksChance.class);
        bites(TimeRules.timeIsAClocks(), AsksTheTime.class);
        bites(TimeRules.timeIsAClocks(), AsksTheMachine.class);
        bitesNot(TimeRules.timeIsAClocks(), TakesAClock.class);
        bites(CodeRules.nobodyRoutesPastAnEndpoint(), Router.class);
        bites(CodeRules.nobodyRoutesPastAnEndpoint(), Mapped.class);
        bites(CodeRules.axonStaysWhereItIsUsed(), UnorderedHandling.class);
    }

    @Test
    void rulesAboutMessagesBite() {
        bites(MessageRules.commandsAndStatesNeverChange(), packages("messages"));
        bites(MessageRules.eventsNeverChange(), ThingMoved.class);
        bites(MessageRules.rowsNeverChange(), Things.class);
        bites(MessageRules.noMessageNamesATenant(), MoveThingHandler.class);
        bites(MessageRules.noMessageNamesATenant(), ThingMoved.class);
        bites(MessageRules.noRecordNamesATenant(), ThingMoved.class);
        bitesNot(MessageRules.noRecordNamesATenant(), ContractId.class);
    }

    @Test
    void rulesAboutMessagesSayWhatOffends() {
        Unchanging unchanging = new Unchanging();
        unchanging.record(MoveThing.class);
        unchanging.record(ThingMoved.class);
        unchanging.record(Standing.class);
        unchanging.record(RowKey.class);
        assertThat(unchanging.offences())
                .satisfiesExactly(
                        offence -> assertThat(offence).contains("MoveThing.things", "ArrayList"),
                        offence -> assertThat(offence).contains("Standing is no record"),
                        offence -> assertThat(offence).contains("Place.address"));
    }

    @Test
    void aCommandOrViewWithoutATestOfItsNameIsFound() throws IOException {
        Path tests = Files.createDirectories(folder.resolve("src/test/java/some"));
        ModuleUnderRule module =
                new ModuleUnderRule("some", packages("messages").classes(), folder);
        bites(MessageRules.everyCommandIsSpecified(), module);
        bites(MessageRules.everyViewIsSpecified(), module);

        Files.writeString(tests.resolve("MoveThingTest.java"), "class MoveThingTest {}");
        Files.writeString(tests.resolve("ThingsTest.java"), "class ThingsTest {}");
        assertThatCode(() -> MessageRules.everyCommandIsSpecified().check().accept(module))
                .doesNotThrowAnyException();
        assertThatCode(() -> MessageRules.everyViewIsSpecified().check().accept(module))
                .doesNotThrowAnyException();
    }

    @Test
    void twoDecisionsOfOneNumberAndAMissingNumberAreFound() throws IOException {
        Path decisions = Files.createDirectories(folder.resolve("decisions"));
        Files.writeString(decisions.resolve("0001-one.md"), "# 1");
        DecisionRules.numbersAreUniqueAndSequential(decisions);

        Path third = Files.writeString(decisions.resolve("0003-three.md"), "# 3");
        assertThatThrownBy(() -> DecisionRules.numbersAreUniqueAndSequential(decisions))
                .isInstanceOf(AssertionError.class);
        Files.move(third, decisions.resolve("0001-other.md"));
        assertThatThrownBy(() -> DecisionRules.numbersAreUniqueAndSequential(decisions))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void rulesAboutPackagesBite() {
        bites(PackageRules.everyPackageIsNullMarked(), packages("unmarked"));
        bites(PackageRules.noCycles(), packages("cycle"));
        bites(PackageRules.knowsOfOurModulesOnly(SAMPLES + "cycle.one"), packages("cycle.one"));
        bites(PackageRules.knowsNothingOf("java.time.."), AsksTheTime.class);
        bites(PackageRules.knowsNothingBut("java.lang.."), AsksTheTime.class);
        bitesNot(PackageRules.knowsNothingBut("java.lang..", "java.time.."), AsksTheTime.class);
    }

    @Test
    void rulesAboutSlicesBite() {
        ModuleUnderRule service = packages("service");
        bites(SliceRules.slicesDoNotSeeEachOther(service.root()), service);
        bites(SliceRules.insidesArePackagePrivate(), service);
        bites(SliceRules.onlyEndpointsAndDoorsKnowTheEdge(), service);
        bites(SliceRules.decisionsAreAnswers(), Appender.class);
        bites(SliceRules.endpointsAreFinal(), service);
        bites(SliceRules.whatDecidesOnlyRejects(), Complainer.class);
        bites(SliceRules.onlyTheEdgeKnowsStatuses(), KnowsStatuses.class);
        bites(SliceRules.storageStaysBehindItsPorts(), StoresByItself.class);
        bites(SliceRules.storageStaysBehindItsPorts(), AppendsByItself.class);
    }

    @Test
    void rulesAboutSourcesBite() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/java/some"));
        Files.write(sources.resolve("Long.java"), Collections.nCopies(201, "// a line"));
        Files.writeString(sources.resolve("package-info.java"), "package some;\n");
        ModuleUnderRule module = new ModuleUnderRule("some", packages("good").classes(), folder);
        bites(SourceRules.filesHaveAtMost(200), module);
        bites(SourceRules.everyPackageSaysWhatMayLiveThere(), module);
        assertThatCode(() -> SourceRules.filesHaveAtMost(201).check().accept(module))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TO~DO something",
                "// FIX~ME",
                "@Dis~abled",
                "@Dis~abled(\"flaky\")",
                "@Dis~abledOnOs(OS.MAC)",
                "assume~True(serverIsThere);",
                "Assumptions.assume~That(server).isNotNull();",
                "Assumptions.assum~ingThat(fast, () -> {});"
            })
    void whatIsLeftForLaterOrSwitchedOffIsFound(String line) throws IOException {
        Path tests = Files.createDirectories(folder.resolve("src/test/java/some"));
        ModuleUnderRule module = new ModuleUnderRule("some", packages("good").classes(), folder);
        Path source = Files.writeString(tests.resolve("SomeTest.java"), "class SomeTest {}");
        assertThatCode(() -> SourceRules.nothingIsLeftForLater().check().accept(module))
                .doesNotThrowAnyException();

        // Cut in two here, or the rule would find this very file.
        Files.writeString(source, "    " + line.replace("~", "") + "\n");
        bites(SourceRules.nothingIsLeftForLater(), module);
    }

    @Test
    void noRuleBitesWhatIsWell() {
        ModuleUnderRule good = packages("good");
        List<HouseRule> rules =
                List.of(
                        PackageRules.everyPackageIsNullMarked(),
                        PackageRules.noCycles(),
                        CodeRules.namesSayWhat(),
                        TimeRules.neitherTimeNorChance(DescribedPredicate.alwaysTrue()),
                        CodeRules.everyEventHandlerHasASequencingPolicy(),
                        SliceRules.insidesArePackagePrivate(),
                        SliceRules.storageStaysBehindItsPorts());
        assertThat(rules)
                .allSatisfy(
                        rule ->
                                assertThatCode(() -> rule.check().accept(good))
                                        .doesNotThrowAnyException());
    }

    @Test
    void aRuleThatFindsNothingToLookAtFails() {
        ModuleUnderRule nothing = packages("absent");
        bites(PackageRules.everyPackageIsNullMarked(), nothing);
        bites(PackageRules.noCycles(), nothing);
        bites(CodeRules.nobodySleeps(), nothing);
        bites(SliceRules.insidesArePackagePrivate(), packages("code"));
        bites(SliceRules.endpointsAreFinal(), packages("code"));
        bites(SliceRules.whatDecidesOnlyRejects(), nothing);
        bites(PackageRules.knowsNothingBut("java.."), nothing);
        bites(SourceRules.filesHaveAtMost(1_000), nothing);
        bites(MessageRules.commandsAndStatesNeverChange(), nothing);
        bites(MessageRules.eventsNeverChange(), nothing);
        bites(MessageRules.rowsNeverChange(), nothing);
        bites(MessageRules.noMessageNamesATenant(), packages("good"));
        bites(MessageRules.noRecordNamesATenant(), packages("good"));
        bites(MessageRules.everyCommandIsSpecified(), nothing);
        bites(MessageRules.everyViewIsSpecified(), nothing);
    }

    private void bites(HouseRule rule, Class<?> offender) {
        bites(rule, only(offender));
    }

    private void bitesNot(HouseRule rule, Class<?> innocent) {
        assertThatCode(() -> rule.check().accept(only(innocent)))
                .as(rule.name())
                .doesNotThrowAnyException();
    }

    private ModuleUnderRule only(Class<?> one) {
        return new ModuleUnderRule(
                one.getPackageName(), new ClassFileImporter().importClasses(one), folder);
    }

    private static void bites(HouseRule rule, ModuleUnderRule offending) {
        assertThatThrownBy(() -> rule.check().accept(offending))
                .as(rule.name())
                .isInstanceOf(AssertionError.class);
    }

    private ModuleUnderRule packages(String name) {
        return new ModuleUnderRule(
                SAMPLES + name, new ClassFileImporter().importPackages(SAMPLES + name), folder);
    }
}
