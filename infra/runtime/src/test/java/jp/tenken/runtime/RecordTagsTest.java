package jp.tenken.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.runtime.json.PayloadJson;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class RecordTagsTest {

    private final AnnotationBasedTagResolver axons = new AnnotationBasedTagResolver();
    private final RecordTags ours = new RecordTags();

    @Test
    void everyEventOfTheCatalogueHasTheTagsThatAxonFinds() {
        PayloadJson json = new PayloadJson();
        assertThat(EventCatalogue.types())
                .isNotEmpty()
                .allSatisfy(
                        type -> {
                            EventMessage event =
                                    message(type, json.read(type.sample(), type.payload()));
                            assertThat(ours.resolve(event))
                                    .as(type.name())
                                    .isNotEmpty()
                                    .isEqualTo(axons.resolve(event));
                        });
    }

    @Test
    void whatIsNoRecordIsLeftToAxon() {
        EventMessage event =
                new GenericEventMessage(new MessageType("some.Event", "1"), new Tagged());
        assertThat(ours.resolve(event)).isNotEmpty().isEqualTo(axons.resolve(event));
    }

    private static EventMessage message(EventType type, Object payload) {
        return new GenericEventMessage(new MessageType(type.name(), type.version()), payload);
    }

    /** An event that is no record. */
    public static final class Tagged {

        /** The tag's value. */
        @org.axonframework.eventsourcing.annotation.EventTag(key = "seat")
        public String seat() {
            return "12a";
        }
    }
}
