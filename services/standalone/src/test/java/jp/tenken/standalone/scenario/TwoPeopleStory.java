package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Two people of one department work on the same checklist in the same moment. */
final class TwoPeopleStory {

    private static final int ROUNDS = 10;
    private static final String SUBJECT = "colleague-131083-0101-";

    private final Town town;
    private final Contract contract;
    private final Person one;
    private final Person another;

    TwoPeopleStory(Town town) throws Exception {
        this.town = town;
        contract = town.contract("0101", "R8-1", "株式会社競合", "{}");
        one = town.colleague("0101", 1);
        another = town.colleague("0101", 2);
    }

    /** Who has seen what the other one is about to replace must look again. */
    void onOneItemOneWinsAndTheOtherLooksAgain() throws Exception {
        for (int version = 0; version < ROUNDS; version++) {
            int seen = version;
            List<HttpResponse<String>> answers =
                    together(
                            () -> decides(one, "SYS-01", seen),
                            () -> decides(another, "SYS-01", seen));
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .containsExactlyInAnyOrder(200, 412);
            int won = answers.get(0).statusCode() == 200 ? 0 : 1;
            assertThat(Program.json(answers.get(1 - won)).path("code").asString())
                    .isEqualTo("version-stale");
            String winner = SUBJECT + (won + 1);
            JsonNode item = item("SYS-01");
            assertThat(item.path("version").asInt()).isEqualTo(version + 1);
            assertThat(item.path("decidedBy").path("subject").asString()).isEqualTo(winner);
        }
        assertThat(decisions("SYS-01")).hasSize(ROUNDS);
    }

    /** Nobody disturbs the other. */
    void onTwoItemsBothWin() throws Exception {
        for (int version = 0; version < ROUNDS; version++) {
            int seen = version;
            assertThat(
                            together(
                                    () -> decides(one, "SYS-02", seen),
                                    () -> decides(another, "SYS-03", seen)))
                    .extracting(HttpResponse::statusCode)
                    .containsExactly(200, 200);
        }
        assertThat(item("SYS-02").path("version").asInt()).isEqualTo(ROUNDS);
        assertThat(item("SYS-03").path("version").asInt()).isEqualTo(ROUNDS);
    }

    /** Who says nothing of what was seen comes before or after the other. */
    void whoeverDoesNotSayWhatWasSeenComesBeforeOrAfter() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<HttpResponse<String>> answers =
                    together(
                            () -> decides(one, "SYS-04", null),
                            () -> decides(another, "SYS-04", null));
            assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200);
            boolean second = sequence(answers.get(1)) > sequence(answers.get(0));
            assertThat(item("SYS-04").path("decidedBy").path("subject").asString())
                    .isEqualTo(SUBJECT + (second ? 2 : 1));
        }
        assertThat(decisions("SYS-04")).hasSize(2 * ROUNDS);
    }

    /** Handed in is handed in. */
    void ofTwoWhoHandItInOneWinsAndTheOtherIsToldThatItIsInReview() throws Exception {
        town.decided(contract);
        for (int round = 0; round < ROUNDS; round++) {
            List<HttpResponse<String>> answers =
                    together(() -> handsIn(one), () -> handsIn(another));
            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .containsExactlyInAnyOrder(200, 409);
            HttpResponse<String> lost = answers.get(answers.get(0).statusCode() == 200 ? 1 : 0);
            assertThat(Program.json(lost).path("code").asString()).isEqualTo("checklist-in-review");
            town.staff("0101").posts(contract.at("/checklist/submission-withdrawal"), "{}");
        }
        new FeedFollower(town.integrator()).arrived(town.sequence());
    }

    private HttpResponse<String> decides(Person person, String item, @Nullable Integer seen)
            throws Exception {
        return person.tries(
                "PUT",
                contract.at("/checklist/items/" + item + "/decision"),
                "{\"answer\":\"implement\",\"note\":\"%d\"}".formatted(System.nanoTime()),
                seen);
    }

    private HttpResponse<String> handsIn(Person person) throws Exception {
        return person.tries("POST", contract.at("/checklist/submission"), "{}", null);
    }

    private JsonNode item(String code) throws Exception {
        return town.staff("0101")
                .reads(contract.at("/checklist"))
                .path("sections")
                .valueStream()
                .flatMap(section -> section.path("items").valueStream())
                .filter(item -> item.path("itemCode").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> decisions(String item) throws Exception {
        return town.officer()
                .reads(contract.at("/history?limit=500&itemCode=" + item))
                .path("items")
                .valueStream()
                .toList();
    }

    private static long sequence(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Tenken-Sequence").orElseThrow());
    }

    private static List<HttpResponse<String>> together(
            Callable<HttpResponse<String>> left, Callable<HttpResponse<String>> right)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<HttpResponse<String>>> both =
                    List.of(
                            threads.submit(() -> at(start, left)),
                            threads.submit(() -> at(start, right)));
            return List.of(
                    both.get(0).get(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS),
                    both.get(1).get(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    private static HttpResponse<String> at(CyclicBarrier start, Callable<HttpResponse<String>> act)
            throws Exception {
        start.await(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return act.call();
    }
}
