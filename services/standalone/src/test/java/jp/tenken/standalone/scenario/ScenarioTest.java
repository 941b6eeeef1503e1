package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories, each in a municipality of its own, beside a neighbour where nothing happens. */
class ScenarioTest {

    @TempDir static Path data;

    private static Program program;
    private static Town neighbour;

    @BeforeAll
    static void start() throws Exception {
        program = new Program(data);
        neighbour = new Town(program, "131202", "練馬区", "Nerima City", List.of("0101"));
        neighbour.running("0101", "R8-1", "株式会社隣", "{}");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aCloudRegionMovesAndTheMeasureIsRevisedAsItWasAgreed() throws Exception {
        new MovedRegionStory(
                        new Town(
                                program, "131199", "板橋区", "Itabashi City", List.of("0101", "0102")),
                        neighbour)
                .play();
    }

    @Test
    void aPolicyEditionTouchesThirtyContractsInFiveDepartments() throws Exception {
        new PolicyEditionStory(
                        new Town(
                                program,
                                "131172",
                                "北区",
                                "Kita City",
                                PolicyEditionStory.DEPARTMENTS),
                        neighbour)
                .play();
    }

    @Test
    void aContractorReportsAnIncidentOverTwoContractsWhoseFactsChangeTwice() throws Exception {
        new IncidentStory(
                        new Town(
                                program,
                                "131181",
                                "荒川区",
                                "Arakawa City",
                                List.of("0101", "0102", "0103")),
                        neighbour)
                .play();
    }

    @Test
    void aChecklistIsSentBackAndComesAgain() throws Exception {
        new SentBackStory(
                        new Town(
                                program,
                                "131091",
                                "品川区",
                                "Shinagawa City",
                                List.of("0101", "0102")),
                        neighbour)
                .play();
    }

    @Test
    void anItemThatNobodyCanFulfilYetWaitsForItsConsultation() throws Exception {
        new NotYetStory(
                        new Town(program, "131105", "目黒区", "Meguro City", List.of("0101")),
                        neighbour)
                .play();
    }

    @Test
    void aSecondAgreementIsCarriedByTheRevisionThatTheFirstOneOpened() throws Exception {
        new TwoAgreementsStory(
                        new Town(program, "131237", "江戸川区", "Edogawa City", List.of("0101")),
                        neighbour)
                .play();
    }

    @Test
    void whateverPeopleTryEveryAnswerOfThenIsTheAnswerAsOfThen() throws Exception {
        long seed = Long.getLong("tenken.scenario.seed", ThreadLocalRandom.current().nextLong());
        assertThatCode(
                        () ->
                                new RandomCourse(
                                                new Town(
                                                        program,
                                                        "131211",
                                                        "足立区",
                                                        "Adachi City",
                                                        List.of("0101", "0102", "0103")),
                                                neighbour,
                                                seed)
                                        .play())
                .as("repeat with -Dtenken.scenario.seed=%d", seed)
                .doesNotThrowAnyException();
    }

    @Test
    void ofTwoPeopleOnOneItemOneWinsAndOnTwoItemsBoth() throws Exception {
        TwoPeopleStory story =
                new TwoPeopleStory(
                        new Town(program, "131083", "江東区", "Koto City", List.of("0101")));
        story.onOneItemOneWinsAndTheOtherLooksAgain();
        story.onTwoItemsBothWin();
        story.whoeverDoesNotSayWhatWasSeenComesBeforeOrAfter();
        story.ofTwoWhoHandItInOneWinsAndTheOtherIsToldThatItIsInReview();
    }
}
