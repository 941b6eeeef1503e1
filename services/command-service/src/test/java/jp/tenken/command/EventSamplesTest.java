package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.runtime.json.PayloadJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever was written once is readable for ever, with the converter of production. */
class EventSamplesTest {

    private static final JsonMapper TREES = JsonMapper.builder().build();

    private final PayloadJson json = new PayloadJson();

    @ParameterizedTest
    @MethodSource("types")
    void aSampleIsReadAndWrittenBackTheSame(EventType type) {
        Object event = json.read(type.sample(), type.payload());

        assertThat(event).isInstanceOf(type.payload());
        assertThat(TREES.readTree(json.write(event))).isEqualTo(TREES.readTree(type.sample()));
    }

    @Test
    void whatMayBeAbsentMayBeAbsent() {
        byte[] shortest =
                "{\"contractId\":\"c-1\",\"revision\":1,\"itemCode\":\"OPS-01\",\"answer\":\"implement\"}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(json.read(shortest, ItemDecided.class))
                .isEqualTo(
                        new ItemDecided(
                                Given.CONTRACT,
                                1,
                                ItemCode.of("OPS-01"),
                                Answer.IMPLEMENT,
                                null,
                                null,
                                null));
    }

    static List<EventType> types() {
        return EventCatalogue.types();
    }
}
