package jp.tenken.query;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.adopted;
import static jp.tenken.query.Samples.established;
import static jp.tenken.query.Samples.issued;
import static jp.tenken.query.Samples.onboarded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens in two municipalities with equal ids: what the views answer at a moment is what
 * they later answer as of that moment, also once they are built again.
 */
class AsOfAgreesTest {

    private static final List<MunicipalityCode> MUNICIPALITIES = List.of(SHINJUKU, SHIBUYA);
    private static final int COMMITS = 70;
    private static final Duration BETWEEN = Duration.ofHours(17);

    private static final List<String> PATHS =
            List.of(
                    "?",
                    "/departments?",
                    "/departments/0101/status?",
                    "/status?",
                    "/templates?",
                    "/approval-path?",
                    "/policy-editions?",
                    "/contracts?limit=500&",
                    "/contracts?status=incident_open&q=M&",
                    "/contracts?reason=stale&departmentCode=0103&",
                    "/contracts/c0?",
                    "/contracts/c1/status?",
                    "/contracts/c0/checklist?",
                    "/contracts/c1/checklist?revision=1&",
                    "/contracts/c2/checklist?revision=in_force&",
                    "/contracts/c2/checklist?revision=in_force&inForceOn=2026-04-05&",
                    "/contracts/c0/checklist/diff?from=1&to=latest&",
                    "/contracts/c0/evidence?limit=500&",
                    "/contracts/c1/history?limit=500&",
                    "/history?limit=500&itemCode=OPS-02&",
                    "/incidents?limit=500&open=true&",
                    "/incidents?limit=500&departmentCode=0103&",
                    "/incidents/i0?",
                    "/consultations?limit=500&",
                    "/consultations/k0?",
                    "/contractors?",
                    "/contractors/" + ContractorId.ofName("株式会社テスト") + "/contracts?");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void anAnswerStaysWhatItWas(long seed) {
        Random random = new Random(seed);
        try (ReadSide side = new ReadSide()) {
            List<RandomHistory> histories = new ArrayList<>();
            for (MunicipalityCode code : MUNICIPALITIES) {
                side.commit(
                        code,
                        onboarded(code, "区", "City"),
                        adopted(),
                        established("0101", "a", "a"),
                        issued("p1", "初版", "2026-04-01"));
                histories.add(new RandomHistory(random));
            }
            Map<String, String> live = new LinkedHashMap<>();
            Instant now = ReadSide.BEGIN.plus(BETWEEN);
            for (int i = 0; i < COMMITS; i++) {
                int which = random.nextInt(2);
                side.at(now)
                        .by("actor" + random.nextInt(3))
                        .commit(MUNICIPALITIES.get(which), histories.get(which).next(now));
                now = now.plus(BETWEEN);
                if (i % 9 == 6) {
                    side.at(now);
                    live.putAll(answers(side, now, false));
                    now = now.plusSeconds(1);
                }
            }

            assertThat(asked(side, live)).isEqualTo(live);
            QueryService.views().forEach(side::rebuild);
            assertThat(asked(side, live)).isEqualTo(live);
            assertThat(live.values()).anyMatch(answer -> answer.contains("\"overdue\""));
            assertThat(live.values()).anyMatch(answer -> answer.contains("\"stale\""));
            assertThat(side.appliedAgain()).isZero();
        }
    }

    private static Map<String, String> asked(ReadSide side, Map<String, String> live) {
        Map<String, String> asked = new LinkedHashMap<>();
        live.keySet().stream()
                .map(key -> Instant.parse(key.substring(0, key.indexOf(' '))))
                .distinct()
                .forEach(instant -> asked.putAll(answers(side, instant, true)));
        return asked;
    }

    private static Map<String, String> answers(ReadSide side, Instant instant, boolean asOf) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (MunicipalityCode code : MUNICIPALITIES) {
            for (Caller caller : callers(code)) {
                for (String path : PATHS) {
                    add(answers, side, caller, "/v1/municipalities/" + code + path, instant, asOf);
                }
            }
        }
        add(answers, side, Callers.across(SHINJUKU, SHIBUYA), "/v1/overview?", instant, asOf);
        return answers;
    }

    private static void add(
            Map<String, String> answers,
            ReadSide side,
            Caller caller,
            String path,
            Instant instant,
            boolean asOf) {
        var reply = side.get(caller, asOf ? path + "asOf=" + instant : path);
        answers.put(
                instant + " " + caller.roles() + " " + path, reply.status() + " " + reply.text());
    }

    private static List<Caller> callers(MunicipalityCode code) {
        return new ArrayList<>(
                List.of(
                        Callers.of(code, Role.AUDITOR),
                        Callers.staff(code, "0103"),
                        Callers.contractor(code, ContractorId.ofName("株式会社テスト"))));
    }
}
