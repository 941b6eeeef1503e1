package jp.tenken.query;

import static jp.tenken.query.Samples.ITEMS;
import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.established;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.onboarded;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static jp.tenken.query.Samples.renamed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happened in two municipalities with equal ids, every view built again in one go answers
 * as the one that grew commit by commit, now and as of any commit before.
 */
class RebuildAgreesTest {

    private static final List<MunicipalityCode> MUNICIPALITIES = List.of(SHINJUKU, SHIBUYA);
    private static final int COMMITS = 60;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void answersStayTheSame(long seed) {
        Random random = new Random(seed);
        try (ReadSide side = new ReadSide()) {
            for (MunicipalityCode code : MUNICIPALITIES) {
                side.commit(code, onboarded(code, "区", "City"), established("0101", "a", "a"));
                for (int i = 0; i < 3; i++) {
                    side.commit(code, registered("c" + i, "n" + i, "0101"), opened("c" + i));
                }
            }
            for (int i = 0; i < COMMITS; i++) {
                side.by("actor" + random.nextInt(3))
                        .commit(MUNICIPALITIES.get(random.nextInt(2)), something(random).toArray());
            }
            List<String> grown = answers(side);

            QueryService.views().forEach(side::rebuild);

            assertThat(answers(side)).isEqualTo(grown);
            assertThat(side.appliedAgain()).isZero();
        }
    }

    private static List<Object> something(Random random) {
        List<Object> events = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String contract = "c" + random.nextInt(3);
            String item = ITEMS.get(random.nextInt(6)).value();
            events.add(
                    switch (random.nextInt(8)) {
                        case 0 -> renamed("0101", "課" + random.nextInt(9), "Division");
                        case 1 -> facts(contract, "{\"mediaPaper\":" + random.nextBoolean() + "}");
                        case 2, 3, 4 -> implement(contract, item);
                        default -> minus(contract, item, "理由" + random.nextInt(9));
                    });
        }
        return events;
    }

    private static List<String> answers(ReadSide side) {
        List<String> answers = new ArrayList<>();
        for (MunicipalityCode code : MUNICIPALITIES) {
            for (int second = 0; second <= COMMITS + 8; second += 4) {
                String asOf = "asOf=" + ReadSide.BEGIN.plusSeconds(second);
                for (String path :
                        List.of(
                                "?",
                                "/departments?",
                                "/contracts?",
                                "/contracts?status=undecided_items&q=N1&",
                                "/contracts/c0/status?",
                                "/contracts/c0/checklist?",
                                "/contracts/c1/history?limit=500&",
                                "/history?limit=500&itemCode=OPS-02&")) {
                    String full = "/v1/municipalities/" + code + path + asOf;
                    var reply = side.get(Callers.of(code, Role.AUDITOR), full);
                    answers.add(full + " " + reply.status() + " " + reply.text());
                }
            }
        }
        return answers;
    }
}
