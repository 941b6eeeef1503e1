package jp.tenken.eventstore.upcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import org.junit.jupiter.api.Test;

class UpcastersTest {

    private final Upcaster oneToTwo = step("Decided", "1", "Decided", "2");
    private final Upcaster twoToRenamed = step("Decided", "2", "ItemDecided", "1");

    @Test
    void stepsAreChainedOverVersionsAndNames() {
        StoredEvent latest =
                new Upcasters(List.of(twoToRenamed, oneToTwo)).upcast(event("Decided", "1"));
        assertThat(latest.name()).isEqualTo("ItemDecided");
        assertThat(latest.version()).isEqualTo("1");
        assertThat(new String(latest.payload(), StandardCharsets.UTF_8)).isEqualTo("x+2+1");
    }

    @Test
    void identityTimeTagsAndMetadataStay() {
        StoredEvent old = event("Decided", "1");
        StoredEvent latest = new Upcasters(List.of(oneToTwo)).upcast(old);
        assertThat(latest.id()).isEqualTo(old.id());
        assertThat(latest.timestamp()).isEqualTo(old.timestamp());
        assertThat(latest.tags()).isEqualTo(old.tags());
        assertThat(latest.metadata()).isEqualTo(old.metadata());
    }

    @Test
    void anEventThatNobodyTakesIsTheSameObject() {
        StoredEvent other = event("Registered", "1");
        assertThat(new Upcasters(List.of(oneToTwo)).upcast(other)).isSameAs(other);
    }

    @Test
    void twoForOneShapeAreRefused() {
        assertThatThrownBy(
                        () ->
                                new Upcasters(
                                        List.of(oneToTwo, step("Decided", "1", "Decided", "9"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCircleIsRefused() {
        assertThatThrownBy(
                        () ->
                                new Upcasters(
                                        List.of(oneToTwo, step("Decided", "2", "Decided", "1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("circle");
    }

    private static StoredEvent event(String name, String version) {
        return new StoredEvent(
                "id",
                name,
                version,
                Instant.EPOCH,
                List.of(new EventTag("contract", "1")),
                Map.of("actor", "tanaka"),
                "x".getBytes(StandardCharsets.UTF_8),
                new byte[StoredEvent.SALT_LENGTH]);
    }

    private static Upcaster step(String name, String from, String toName, String to) {
        return new Upcaster() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String from() {
                return from;
            }

            @Override
            public String toName() {
                return toName;
            }

            @Override
            public String to() {
                return to;
            }

            @Override
            public byte[] upcast(byte[] payload) {
                return (new String(payload, StandardCharsets.UTF_8) + "+" + to)
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
