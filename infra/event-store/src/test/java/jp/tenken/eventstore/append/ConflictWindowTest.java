package jp.tenken.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The indexed window says of every guard what reading all commits would say. */
class ConflictWindowTest {

    private static final List<String> TENANTS = List.of("t1", "t2");
    private static final List<String> TYPES = List.of("A", "B", "C");
    private static final List<EventTag> TAGS =
            List.of(new EventTag("c", "1"), new EventTag("c", "2"), new EventTag("i", "1"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithReadingEverythingAlsoAfterEvictionsAndRetractions(long seed) {
        Random random = new Random(seed);
        ConflictWindow window = new ConflictWindow(0, 40);
        List<Commit> all = new ArrayList<>();
        for (int round = 0; round < 2_000; round++) {
            long end = all.isEmpty() ? 0 : all.getLast().header().lastPosition();
            if (random.nextInt(12) == 0 && end > window.start()) {
                Commit kept = all.get(all.size() - 1 - random.nextInt(Math.min(3, all.size())));
                long back = Math.max(window.start(), kept.header().lastPosition());
                window.truncate(back);
                all.removeIf(commit -> commit.header().position() > back);
            } else {
                Commit commit = commit(end + 1, random);
                window.push(commit);
                all.add(commit);
            }
            String tenant = pick(TENANTS, random);
            AppendGuard guard = guard(window.start(), all, random);
            assertThat(window.violates(tenant, guard))
                    .as("seed %d round %d tenant %s guard %s", seed, round, tenant, guard)
                    .isEqualTo(violatesByReading(all, tenant, guard));
        }
    }

    private static AppendGuard guard(long start, List<Commit> all, Random random) {
        long end = all.isEmpty() ? start : all.getLast().header().lastPosition();
        long after = start + (end > start ? random.nextLong(end - start + 1) : 0);
        List<Criterion> anyOf = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            anyOf.add(new Criterion(some(TAGS, random), some(TYPES, random)));
        }
        return new AppendGuard(new Criteria(anyOf), after);
    }

    private static boolean violatesByReading(List<Commit> all, String tenant, AppendGuard guard) {
        for (Commit commit : all) {
            for (int i = 0; i < commit.events().size(); i++) {
                if (commit.header().tenant().equals(tenant)
                        && commit.header().position() + i > guard.after()
                        && guard.criteria().matches(commit.events().get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Commit commit(long position, Random random) {
        List<StoredEvent> events = new ArrayList<>();
        List<Hash> digests = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            events.add(
                    new StoredEvent(
                            UUID.randomUUID().toString(),
                            pick(TYPES, random),
                            "1",
                            Instant.EPOCH,
                            List.copyOf(some(TAGS, random)),
                            Map.of(),
                            new byte[3],
                            new byte[StoredEvent.SALT_LENGTH]));
            digests.add(Hash.NONE);
        }
        CommitHeader header =
                new CommitHeader(
                        position,
                        UUID.randomUUID(),
                        pick(TENANTS, random),
                        position,
                        position,
                        digests,
                        Hash.NONE,
                        Map.of(),
                        Hash.NONE);
        return new Commit(header, events);
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> Set<T> some(List<T> values, Random random) {
        Set<T> chosen = new HashSet<>();
        for (T value : values) {
            if (random.nextInt(3) == 0) {
                chosen.add(value);
            }
        }
        return chosen;
    }
}
