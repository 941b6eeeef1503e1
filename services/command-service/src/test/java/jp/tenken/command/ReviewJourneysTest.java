package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import jp.tenken.command.WriteSide.Reply;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.template.BuiltInTemplates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * Random journeys of a checklist over HTTP, step by step beside a model that a person can read: the
 * same steps are possible, with the same versions and the same refusals.
 */
class ReviewJourneysTest {

    private static final long SEED = 20_260_401L;
    private static final int JOURNEYS = 12;
    private static final int STEPS = 60;
    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final Caller STAFF = WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0101");
    private static final Caller HEAD = WriteSide.caller("131041", Role.DEPARTMENT_HEAD, "0101");
    private static final Caller OFFICER = WriteSide.caller("131041", Role.SECURITY_OFFICER);
    private static final String CONTRACT =
            """
            {"contractNumber":"R8-1","title":"健診結果データ入力","departmentCode":"0101",
             "contractor":{"name":"株式会社サンプル"},"period":{"from":"2026-04-01","to":"2027-03-31"}}
            """;

    private WriteSide writeSide;

    @BeforeEach
    void onboard() throws Exception {
        writeSide = WriteSide.start();
        put(
                OPERATOR,
                SHINJUKU,
                "{\"nameJa\":\"新宿区\",\"nameEn\":\"Shinjuku City\",\"kind\":\"special_ward\"}");
        put(
                ADMINISTRATOR,
                SHINJUKU + "/departments/0101",
                "{\"nameJa\":\"健康推進課\",\"nameEn\":\"Health\"}");
    }

    @AfterEach
    void stop() {
        writeSide.close();
    }

    @Test
    void everyStepIsPossibleOrRefusedAsTheModelSays() {
        for (int journey = 0; journey < JOURNEYS; journey++) {
            long seed = SEED + journey;
            Random random = new Random(seed);
            String checklist = openChecklist(random.nextBoolean());
            Model model = new Model();
            List<String> told = new ArrayList<>(List.of("seed " + seed));
            for (int step = 0; step < STEPS; step++) {
                Move move = Move.random(random);
                Expected expected = model.play(move);
                told.add(move + " -> " + expected);
                Reply reply =
                        writeSide
                                .call(move.caller(), move.method(), checklist + move.path())
                                .json(move.body());
                assertThat(new Expected(reply.status() / 100, said(reply)))
                        .as(String.join("\n", told))
                        .isEqualTo(expected);
            }
        }
    }

    /** Half of the journeys begin with nothing decided, half with everything. */
    private String openChecklist(boolean decided) {
        Reply registered = post(STAFF, SHINJUKU + "/contracts", CONTRACT);
        String checklist =
                SHINJUKU + "/contracts/" + registered.body().path("id").asString() + "/checklist";
        List<String> items =
                BuiltInTemplates.itemsOf(BuiltInTemplates.SHINJUKU, 1).stream()
                        .map(ItemCode::value)
                        .sorted()
                        .toList();
        for (List<String> some :
                decided
                        ? List.of(items)
                        : List.of(items.subList(0, 12), items.subList(12, items.size()))) {
            Reply reply =
                    post(
                            STAFF,
                            checklist + "/decisions",
                            some.stream()
                                    .map(
                                            item ->
                                                    "{\"itemCode\":\"%s\",\"answer\":\"implement\"}"
                                                            .formatted(item))
                                    .collect(Collectors.joining(",", "{\"decisions\":[", "]}")));
            assertThat(reply.status()).isEqualTo(200);
        }
        return checklist;
    }

    private static String said(Reply reply) {
        return reply.status() < 300 ? String.valueOf(reply.etag()) : reply.code();
    }

    private Reply put(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.PUT, path).json(body);
    }

    private Reply post(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.POST, path).json(body);
    }

    /** First digit of the status, and the ETag or the code. */
    record Expected(int status, String said) {

        static Expected written(long version) {
            return new Expected(2, "\"" + version + "\"");
        }

        static Expected refused(String code) {
            return new Expected(4, code);
        }
    }

    /** One request. */
    record Move(String kind, Caller caller, String item, String answer) {

        private static final List<String> KINDS =
                List.of(
                        "decide",
                        "decide",
                        "decide",
                        "submit",
                        "submit",
                        "withdraw",
                        "send-back",
                        "approve",
                        "approve",
                        "confirm",
                        "confirm",
                        "open",
                        "discard",
                        "reconfirm");

        static Move random(Random random) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            List<Caller> may =
                    switch (kind) {
                        case "confirm" -> List.of(OFFICER);
                        case "approve", "send-back" -> List.of(HEAD, OFFICER);
                        default -> List.of(STAFF, HEAD, OFFICER);
                    };
            return new Move(
                    kind,
                    may.get(random.nextInt(may.size())),
                    "OPS-0" + (1 + random.nextInt(3)),
                    random.nextBoolean() ? "implement" : "not_needed");
        }

        HttpMethod method() {
            return kind.equals("decide") ? HttpMethod.PUT : HttpMethod.POST;
        }

        String path() {
            return switch (kind) {
                case "decide" -> "/items/" + item + "/decision";
                case "reconfirm" -> "/reconfirmations";
                case "submit" -> "/submission";
                case "withdraw" -> "/submission-withdrawal";
                case "approve" -> "/approval";
                case "confirm" -> "/confirmation";
                case "open" -> "/revisions";
                case "discard" -> "/revision-discard";
                default -> "/" + kind;
            };
        }

        String body() {
            return switch (kind) {
                case "decide" -> "{\"answer\":\"%s\",\"reason\":\"理由\"}".formatted(answer);
                case "reconfirm" -> "{\"itemCodes\":[\"%s\"]}".formatted(item);
                case "send-back" -> "{\"comment\":\"見直してください\"}";
                case "open" -> "{\"kind\":\"correction\",\"reason\":\"訂正のため\"}";
                default -> "{}";
            };
        }
    }

    /** What a checklist is, as one would tell it: all 24 items are decided from the start. */
    static final class Model {

        private String stage = "draft";
        private int confirmed;
        private boolean submittedOnce;
        private boolean inRevision;
        private String hand = "";
        private long version = 25;
        private final Map<String, Long> itemVersions = new HashMap<>();
        private Map<String, String> answers = new HashMap<>();
        private Map<String, String> confirmedAnswers = new HashMap<>();

        Expected play(Move move) {
            boolean review = stage.equals("submitted") || stage.equals("approved");
            return switch (move.kind()) {
                case "decide" -> decide(move, review);
                case "reconfirm" ->
                        review ? Expected.refused("checklist-in-review") : reconfirmed(move);
                case "submit" ->
                        !stage.equals("draft") ? notOpen(review) : to("submitted", move.caller());
                case "withdraw" ->
                        stage.equals("submitted")
                                ? to("draft", null)
                                : Expected.refused("checklist-not-submitted");
                case "send-back" ->
                        review ? to("draft", null) : Expected.refused("checklist-not-submitted");
                case "approve" ->
                        next("submitted", "approved", "checklist-not-submitted", move.caller());
                case "confirm" ->
                        next("approved", "confirmed", "checklist-not-approved", move.caller());
                case "open" -> open();
                default -> discard(review);
            };
        }

        private static Expected notOpen(boolean review) {
            return Expected.refused(review ? "checklist-in-review" : "revision-not-open");
        }

        private Expected decide(Move move, boolean review) {
            long itemVersion = itemVersions.getOrDefault(move.item(), 1L);
            String wanted = move.answer() + " 理由";
            if (wanted.equals(answers.get(move.item()))) {
                // What stands already is no decision, wherever the checklist is.
                return Expected.written(itemVersion);
            }
            if (!stage.equals("draft")) {
                return notOpen(review);
            }
            if (submittedOnce && !inRevision) {
                return Expected.refused("change-reason-required");
            }
            answers.put(move.item(), wanted);
            itemVersions.put(move.item(), itemVersion + 1);
            version++;
            return Expected.written(itemVersion + 1);
        }

        private Expected reconfirmed(Move move) {
            itemVersions.merge(move.item(), 2L, (had, first) -> had + 1);
            return Expected.written(++version);
        }

        private Expected to(String next, @Nullable Caller by) {
            stage = next;
            submittedOnce |= next.equals("submitted");
            hand = by == null ? "" : by.subject();
            return Expected.written(++version);
        }

        private Expected next(String from, String next, String refusal, Caller by) {
            if (!stage.equals(from)) {
                return Expected.refused(refusal);
            }
            if (hand.equals(by.subject())) {
                return Expected.refused("duties-not-separated");
            }
            if (next.equals("confirmed")) {
                confirmed++;
                confirmedAnswers = new HashMap<>(answers);
            }
            return to(next, by);
        }

        private Expected open() {
            if (!stage.equals("confirmed")) {
                return Expected.refused("revision-already-open");
            }
            inRevision = true;
            return to("draft", null);
        }

        private Expected discard(boolean review) {
            if (!stage.equals("draft")) {
                return notOpen(review);
            }
            if (confirmed == 0) {
                return Expected.refused("revision-not-discardable");
            }
            answers = new HashMap<>(confirmedAnswers);
            inRevision = false;
            return to("confirmed", null);
        }
    }
}
