package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import jp.tenken.command.WriteSide.Reply;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/**
 * Random journeys of consultations over HTTP, step by step beside a model that a person can read:
 * the same steps are possible, with the same versions, the same refusals, and a revision exactly
 * where one has to open.
 */
class ConsultationJourneysTest {

    private static final long SEED = 20_261_001L;
    private static final int JOURNEYS = 10;
    private static final int STEPS = 40;
    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final Caller STAFF = WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0101");
    private static final Caller HEAD = WriteSide.caller("131041", Role.DEPARTMENT_HEAD, "0101");
    private static final Caller OFFICER = WriteSide.caller("131041", Role.SECURITY_OFFICER);
    private static final Caller CONTRACTOR =
            WriteSide.contractor("131041", ContractorId.ofName("株式会社サンプル").value());

    private WriteSide writeSide;

    @BeforeEach
    void onboard() throws Exception {
        writeSide = WriteSide.start();
        put(
                OPERATOR,
                SHINJUKU,
                "{\"nameJa\":\"新宿区\",\"nameEn\":\"Shinjuku City\",\"kind\":\"special_ward\"}");
        for (String department : List.of("0101", "0102")) {
            put(
                    ADMINISTRATOR,
                    SHINJUKU + "/departments/" + department,
                    "{\"nameJa\":\"健康推進課\",\"nameEn\":\"Health\"}");
        }
    }

    @AfterEach
    void stop() {
        writeSide.close();
    }

    @Test
    void everyStepIsPossibleOrRefusedAsTheModelSays() throws Exception {
        String form = Samples.shinjuku();
        for (int journey = 0; journey < JOURNEYS; journey++) {
            long seed = SEED + journey;
            Random random = new Random(seed);
            Model model = new Model(imported(form));
            List<String> told = new ArrayList<>(List.of("seed " + seed));
            for (int step = 0; step < STEPS; step++) {
                Move move = Move.random(random);
                String expected = model.play(move);
                told.add(move + " -> " + expected);
                assertThat(perform(model, move)).as(String.join("\n", told)).isEqualTo(expected);
            }
        }
    }

    /** One thing that somebody tries. */
    private record Move(What what, boolean byContractor, boolean withItems) {

        static Move random(Random random) {
            What[] all = What.values();
            What what = all[random.nextInt(all.length)];
            boolean rarely = what == What.END && random.nextInt(6) > 0;
            return new Move(
                    rarely ? What.OPEN : what, random.nextInt(3) == 0, random.nextInt(3) > 0);
        }

        boolean settles() {
            return what == What.AGREE || what == What.REFUSE || what == What.CLOSE;
        }
    }

    private enum What {
        OPEN,
        PROPOSE,
        AGREE,
        REFUSE,
        WITHDRAW,
        CLOSE,
        REVIEW,
        END
    }

    /** A contract and its latest consultation, as a person would keep them. */
    private static final class Model {

        private final String contract;
        private String consultation = "none";
        private String stage = "unknown";
        private boolean ofContractor;
        private boolean named;
        private boolean confirmed;
        private boolean ended;
        private int version;

        Model(String contract) {
            this.contract = contract;
        }

        /** What has to happen: ETag and number of events, or the refusal. */
        String play(Move move) {
            return switch (move.what()) {
                case OPEN -> open(move);
                case REVIEW -> review();
                case END -> ended ? "contract-closed" : end();
                case PROPOSE, AGREE, REFUSE, WITHDRAW, CLOSE -> go(move);
            };
        }

        private String open(Move move) {
            if (ended) {
                return "contract-closed";
            }
            stage = "open";
            ofContractor = move.byContractor();
            named = move.withItems();
            version = 1;
            return "1+1";
        }

        private String review() {
            if (!ended && !confirmed) {
                confirmed = true;
                return "reviewed";
            }
            return "-";
        }

        private String end() {
            ended = true;
            return "ended";
        }

        private String go(Move move) {
            if (move.settles() && move.byContractor()) {
                return "permission-denied";
            }
            if (stage.equals("unknown")) {
                return "consultation-not-found";
            }
            boolean needsContract = move.what() == What.PROPOSE || move.what() == What.AGREE;
            if (needsContract && ended) {
                return "contract-closed";
            }
            if (move.what() == What.CLOSE) {
                return stage.equals("closed") ? "consultation-closed" : next("closed", 1);
            }
            if (!stage.equals("open")) {
                return "consultation-not-open";
            }
            return switch (move.what()) {
                case PROPOSE -> next("open", 1);
                case WITHDRAW ->
                        move.byContractor() == ofContractor
                                ? next("settled", 1)
                                : "consultation-of-other-side";
                case AGREE -> agreed();
                default -> next("settled", 1);
            };
        }

        private String agreed() {
            boolean opens = confirmed && named;
            confirmed = confirmed && !opens;
            return next("settled", opens ? 2 : 1);
        }

        private String next(String then, int events) {
            stage = then;
            version++;
            return version + "+" + events;
        }
    }

    private String perform(Model model, Move move) {
        String contract = SHINJUKU + "/contracts/" + model.contract;
        String consultation = SHINJUKU + "/consultations/" + model.consultation;
        Caller either = move.byContractor() ? CONTRACTOR : STAFF;
        Caller municipal = move.byContractor() ? CONTRACTOR : HEAD;
        return switch (move.what()) {
            case OPEN -> opened(model, either, move.withItems());
            case PROPOSE -> said(either, consultation + "/proposals", "{\"proposal\":\"案\"}");
            case AGREE ->
                    said(
                            municipal,
                            consultation + "/agreement",
                            "{\"measures\":\"暗号化\",\"effectiveOn\":\"2026-10-01\"}");
            case REFUSE -> said(municipal, consultation + "/refusal", "{\"reason\":\"不可\"}");
            case WITHDRAW -> said(either, consultation + "/withdrawal", "{}");
            case CLOSE -> said(municipal, consultation + "/closure", "{}");
            case REVIEW -> reviewed(contract + "/checklist");
            case END -> ended(contract);
        };
    }

    private String opened(Model model, Caller caller, boolean withItems) {
        long before = sequence();
        Reply reply =
                post(
                        caller,
                        SHINJUKU + "/contracts/" + model.contract + "/consultations",
                        """
                        {"topic":"measure_change","subject":"リージョン","proposal":"大阪へ","itemCodes":%s}
                        """
                                .formatted(withItems ? "[\"SYS-11\"]" : "[]"));
        if (reply.status() == 201) {
            model.consultation = reply.body().path("id").asString();
        }
        return told(reply, before);
    }

    private String said(Caller caller, String path, String body) {
        long before = sequence();
        return told(post(caller, path, body), before);
    }

    /** The version, and how many events there are more; or the refusal. */
    private static String told(Reply reply, long before) {
        return reply.status() < 300
                ? Objects.requireNonNull(reply.etag()).replace("\"", "")
                        + "+"
                        + (reply.body().path("sequence").asLong() - before)
                : reply.code();
    }

    private String reviewed(String checklist) {
        if (post(STAFF, checklist + "/submission", "{}").status() != 200) {
            return "-";
        }
        assertThat(post(HEAD, checklist + "/approval", "{}").status()).isEqualTo(200);
        assertThat(post(OFFICER, checklist + "/confirmation", "{}").status()).isEqualTo(200);
        return "reviewed";
    }

    private String ended(String contract) {
        Reply reply =
                post(
                        OFFICER,
                        contract + "/closure",
                        "{\"kind\":\"completed\",\"on\":\"2027-03-31\"}");
        return reply.status() == 200 ? "ended" : reply.code();
    }

    /** What is said again is no event, and answers how far the municipality has come. */
    private long sequence() {
        return put(
                        ADMINISTRATOR,
                        SHINJUKU + "/departments/0101",
                        "{\"nameJa\":\"健康推進課\",\"nameEn\":\"Health\"}")
                .body()
                .path("sequence")
                .asLong();
    }

    private String imported(String form) {
        Reply reply =
                writeSide
                        .call(
                                STAFF,
                                HttpMethod.POST,
                                SHINJUKU
                                        + "/contracts/import?departmentCode=0101&contractNumber=R8-1"
                                        + "&title=x&from=2026-04-01&to=2027-03-31&contractor="
                                        + URLEncoder.encode("株式会社サンプル", StandardCharsets.UTF_8))
                        .markdown(form);
        assertThat(reply.status()).isEqualTo(201);
        return reply.body().path("id").asString();
    }

    private Reply put(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.PUT, path).json(body);
    }

    private Reply post(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.POST, path).json(body);
    }
}
