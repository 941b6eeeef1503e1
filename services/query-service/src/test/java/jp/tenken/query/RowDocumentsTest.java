package jp.tenken.query;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.adopted;
import static jp.tenken.query.Samples.established;
import static jp.tenken.query.Samples.issued;
import static jp.tenken.query.Samples.onboarded;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowCodec;
import jp.tenken.projections.View;
import jp.tenken.runtime.json.PayloadJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A version is written and found by what it has in common with the one before. What comes out must
 * be what its row alone says.
 */
class RowDocumentsTest {

    private static final int COMMITS = 90;

    private final PayloadJson json = new PayloadJson();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void followFromTheRowAlone(long seed) {
        Random random = new Random(seed);
        try (ReadSide side = new ReadSide()) {
            side.commit(
                    SHINJUKU,
                    onboarded(SHINJUKU, "区", "City"),
                    adopted(),
                    established("0101", "a", "a"));
            RandomHistory history = new RandomHistory(random);
            Instant now = ReadSide.BEGIN.plusSeconds(60);
            for (int i = 0; i < COMMITS; i++) {
                side.at(now).commit(SHINJUKU, history.next(now));
                now = now.plusSeconds(7_200);
            }

            QueryService.views().forEach(view -> compare(side, view));
        }
    }

    private <R> void compare(ReadSide side, View<R> view) {
        RowCodec<R> codec = json.of(view.rowType());
        for (Row written : side.written(view)) {
            if (written.document().length > 0) {
                R row = codec.decode(written.document());
                assertThat(text(written.document()))
                        .as("document of %s", written.key())
                        .isEqualTo(text(json.write(row)))
                        .isEqualTo(text(codec.encode(row)));
                Row alone = view.version(written.key(), written.since(), row, written.document());
                assertThat(List.of(written.sort(), written.text(), written.attributes()))
                        .as("by what %s is found", written.key())
                        .isEqualTo(List.of(alone.sort(), alone.text(), alone.attributes()));
            }
        }
    }

    @Test
    void areOfEveryViewThatTheHistoryTouches() {
        try (ReadSide side = new ReadSide()) {
            side.commit(
                    SHINJUKU,
                    onboarded(SHINJUKU, "区", "City"),
                    adopted(),
                    established("0101", "a", "a"),
                    issued("p1", "初版", "2026-04-01"));
            RandomHistory history = new RandomHistory(new Random(21));
            for (int i = 0; i < COMMITS; i++) {
                Instant now = ReadSide.BEGIN.plusSeconds(60 + i);
                side.at(now).commit(SHINJUKU, history.next(now));
            }

            Map<String, List<Row>> written =
                    QueryService.views().stream()
                            .collect(Collectors.toMap(view -> view.name().name(), side::written));
            assertThat(written).allSatisfy((view, rows) -> assertThat(rows).as(view).isNotEmpty());
        }
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
