package jp.tenken.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.annotation.AnnotationMessageTypeResolver;
import org.junit.jupiter.api.Test;

/** The types of messages are Axon's, only sooner. */
class RememberedTypesTest {

    @Test
    void everyEventHasTheTypeOfTheCatalogue() {
        RememberedTypes types = new RememberedTypes();

        for (EventType event : EventCatalogue.types()) {
            assertThat(types.resolve(event.payload()))
                    .contains(new MessageType(event.name(), event.version()));
        }
    }

    @Test
    void eachClassIsLookedAtOnce() {
        List<Class<?>> looked = new ArrayList<>();
        MessageTypeResolver axons = new AnnotationMessageTypeResolver();
        RememberedTypes types =
                new RememberedTypes(
                        payload -> {
                            looked.add(payload);
                            return axons.resolve(payload);
                        });

        for (int i = 0; i < 3; i++) {
            assertThat(types.resolve(ItemDecided.class))
                    .isEqualTo(axons.resolve(ItemDecided.class));
            assertThat(types.resolve(ItemReconfirmed.class))
                    .isEqualTo(axons.resolve(ItemReconfirmed.class));
        }

        assertThat(looked).containsExactly(ItemDecided.class, ItemReconfirmed.class);
    }
}
