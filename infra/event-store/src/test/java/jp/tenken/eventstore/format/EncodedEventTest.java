package jp.tenken.eventstore.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import org.junit.jupiter.api.Test;

/** An event that was read answers from its bytes what one that was made answers from its fields. */
class EncodedEventTest {

    private static final List<String> KEYS = List.of("contract", "contrac", "契約", "item");
    private static final List<String> VALUES = List.of("", "a", "ab", "あ", "あい", "é", "𠮷", "c1");

    private final Random random = new Random(4);

    @Test
    void itCarriesTheTagsThatItHasAndNoOthers() {
        for (int round = 0; round < 500; round++) {
            StoredEvent made = event(tags());
            StoredEvent read = written(made);
            Set<EventTag> wanted = Set.copyOf(tags());
            assertThat(read.carries(wanted))
                    .as("%s in %s", wanted, made.tags())
                    .isEqualTo(made.tags().containsAll(wanted));
            assertThat(read.carries(Set.copyOf(made.tags()))).isTrue();
        }
    }

    @Test
    void itHasTheSameIdHoweverOftenItIsAsked() {
        StoredEvent made = event(List.of());
        StoredEvent read = written(made);
        assertThat(read.id()).isEqualTo(made.id()).isSameAs(read.id());
        assertThat(read).isEqualTo(made).hasSameHashCodeAs(made);
    }

    private List<EventTag> tags() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(
                        i ->
                                new EventTag(
                                        KEYS.get(random.nextInt(KEYS.size())),
                                        VALUES.get(random.nextInt(VALUES.size()))))
                .collect(Collectors.toSet())
                .stream()
                .sorted()
                .toList();
    }

    private static StoredEvent event(List<EventTag> tags) {
        return new StoredEvent(
                "event-1",
                "tenken.test.happened",
                "1",
                Instant.EPOCH,
                tags,
                Map.of(),
                new byte[] {1},
                new byte[StoredEvent.SALT_LENGTH]);
    }

    private static StoredEvent written(StoredEvent event) {
        Commit commit =
                new Commit(
                        CommitSeal.seal(
                                1,
                                new UUID(0, 1),
                                "tenant",
                                1,
                                0,
                                List.of(CommitSeal.digest(event)),
                                Hash.NONE,
                                Map.of()),
                        List.of(event));
        return CommitCodec.decode(1, CommitCodec.encode(commit)).events().getFirst();
    }
}
