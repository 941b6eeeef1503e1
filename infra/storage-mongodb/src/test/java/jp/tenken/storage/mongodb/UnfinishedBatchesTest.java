package jp.tenken.storage.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.InMemoryViewStore;
import jp.tenken.eventstore.tck.Scale;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStore;
import jp.tenken.projections.ViewStoreException;
import jp.tenken.storage.mongodb.FaultyDatabase.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Writers that die or fall asleep between and within the steps of a batch, and others that go on
 * with batches cut elsewhere: at every position the rows are those of a store that writes each
 * batch whole, the past included.
 */
@ExtendWith(TestServer.class)
class UnfinishedBatchesTest {

    private static final ViewName VIEW = new ViewName("things", 1);
    private static final ViewSchema SCHEMA = new ViewSchema(VIEW, List.of("status"));
    private static final UUID EPOCH = new UUID(1, 1);
    private static final List<String> TENANTS = List.of("north", "south");
    private static final int KEYS = 4;
    private static final int STEPS = 3;

    private final long seed = Scale.seed();
    private final Random random = new Random(seed);
    private final MongoDatabase database = TestServer.open(TestServer.database());

    /**
     * One version per position and tenant sequence, as a log would make them; some are removals.
     */
    private final List<Row> versions = versions(60);

    @Test
    void whateverADeadWriterLeftTheNextOneGoesOnAsIfItHadNotBeen() {
        for (Fault fault : List.of(Fault.LOST_BEFORE, Fault.CUT_IN_HALF, Fault.LOST_AFTER)) {
            for (int step = 0; step < STEPS; step++) {
                dieAndGoOn(fault, step);
            }
        }
    }

    private void dieAndGoOn(Fault fault, int step) {
        String what = "seed %d, %s at step %d".formatted(seed, fault, step);
        try (ViewStore store = store(database)) {
            Await.value(store.drop(VIEW));
            Await.value(store.create(SCHEMA));
            while (position(store) < versions.size()) {
                long from = position(store);
                FaultyDatabase faulty = new FaultyDatabase(fault, step);
                CompletableFuture<Boolean> dying =
                        write(store(faulty.over(database)), from, from + 1 + random.nextInt(12));
                Throwable failure = Await.outcome(dying);
                assertThat(failure == null || failure instanceof ViewStoreException)
                        .as("%s: %s", what, failure)
                        .isTrue();
                agree(store, position(store), what);
                goOn(store, what);
            }
            agreeInThePast(store, what);
        }
    }

    @Test
    void whoWakesUpBehindOthersChangesNothing() {
        for (int step = 0; step < STEPS; step++) {
            String what = "seed %d, asleep at step %d".formatted(seed, step);
            try (ViewStore store = store(database)) {
                Await.value(store.drop(VIEW));
                Await.value(store.create(SCHEMA));
                List<FaultyDatabase> sleepers = new ArrayList<>();
                List<CompletableFuture<Boolean>> writes = new ArrayList<>();
                while (position(store) < versions.size()) {
                    long from = position(store);
                    FaultyDatabase sleeper = new FaultyDatabase(Fault.ASLEEP, step);
                    CompletableFuture<Boolean> write =
                            write(
                                    store(sleeper.over(database)),
                                    from,
                                    from + 1 + random.nextInt(12));
                    Await.value(CompletableFuture.anyOf(sleeper.asleep(), write));
                    sleepers.add(sleeper);
                    writes.add(write);
                    agree(store, position(store), what);
                    goOn(store, what);
                    if (random.nextBoolean()) {
                        sleepers.get(random.nextInt(sleepers.size())).wake();
                    }
                }
                sleepers.forEach(FaultyDatabase::wake);
                writes.forEach(Await::value);
                assertThat(position(store)).as(what).isEqualTo(versions.size());
                agreeInThePast(store, what);
            }
        }
    }

    @Test
    void whatIsFinishedWhileSomebodySleepsOnItStaysFinished() {
        RowKey key = new RowKey(TENANTS.getFirst(), "k");
        Row removed = Row.removal(key, 2);
        try (ViewStore store = store(database)) {
            Await.value(store.create(SCHEMA));
            assertThat(Await.value(store.write(VIEW, 0, 1, EPOCH, List.of(version(key, 1)))))
                    .isTrue();
            FaultyDatabase beforeProgress = new FaultyDatabase(Fault.ASLEEP, 2);
            FaultyDatabase beforeLiveRows = new FaultyDatabase(Fault.ASLEEP, 1);
            List<CompletableFuture<Boolean>> writes = new ArrayList<>();
            writes.add(
                    store(beforeProgress.over(database))
                            .write(VIEW, 1, 2, EPOCH, List.of(removed)));
            Await.value(beforeProgress.asleep());
            writes.add(
                    store(beforeLiveRows.over(database))
                            .write(VIEW, 1, 3, EPOCH, List.of(removed, version(key, 3))));
            Await.value(beforeLiveRows.asleep());

            assertThat(Await.value(store(database).write(VIEW, 1, 2, EPOCH, List.of(removed))))
                    .isTrue();
            beforeProgress.wake();
            beforeLiveRows.wake();

            assertThat(writes.stream().map(Await::value)).containsOnly(false);
            assertThat(Await.value(store.live(VIEW, List.of(key)))).isEmpty();
        }
    }

    private static Row version(RowKey key, long since) {
        return new Row(
                key,
                since,
                Row.OPEN,
                "s",
                "text",
                Map.of("status", Set.of("v")),
                "version".getBytes(StandardCharsets.UTF_8));
    }

    /** Sometimes the same process writes again, sometimes one that knows nothing. */
    private void goOn(ViewStore store, String what) {
        for (int i = 0; i <= random.nextInt(2); i++) {
            long from = position(store);
            ViewStore next = random.nextBoolean() ? store : store(database);
            assertThat(Await.value(write(next, from, from + 1 + random.nextInt(6))))
                    .as(what)
                    .isTrue();
            agree(next, position(store), what);
        }
    }

    private CompletableFuture<Boolean> write(ViewStore store, long from, long wanted) {
        long to = Math.min(wanted, versions.size());
        return store.write(VIEW, from, to, EPOCH, batch(from, to));
    }

    /** Versions behind a position up to another, each ended by the next of its key. */
    private List<Row> batch(long from, long to) {
        List<Row> batch = new ArrayList<>();
        Map<RowKey, Integer> latest = new HashMap<>();
        for (Row version : versions.subList((int) from, (int) to)) {
            Integer before = latest.put(version.key(), batch.size());
            if (before != null && batch.get(before).live()) {
                batch.set(before, batch.get(before).endedAt(version.since()));
            }
            batch.add(version);
        }
        return batch;
    }

    private InMemoryViewStore reference(long position) {
        InMemoryViewStore reference = new InMemoryViewStore();
        Await.value(reference.create(SCHEMA));
        assertThat(Await.value(write(reference, 0, position))).isTrue();
        return reference;
    }

    /** What a processor would find that begins here. */
    private void agree(ViewStore store, long position, String what) {
        try (InMemoryViewStore reference = reference(position)) {
            Map<RowKey, Row> expected = Await.value(reference.live(VIEW, keys()));
            Map<RowKey, Row> actual = Await.value(store.live(VIEW, keys()));
            assertThat(said(actual)).as("%s, live at %d", what, position).isEqualTo(said(expected));
        }
    }

    private void agreeInThePast(ViewStore store, String what) {
        try (InMemoryViewStore reference = reference(versions.size())) {
            for (long sequence = 0; sequence <= versions.size() + 1; sequence++) {
                long at = sequence > versions.size() ? Row.OPEN : sequence;
                for (RowKey key : keys()) {
                    assertThat(Await.value(store.find(VIEW, key, at)).map(this::said))
                            .as("%s, %s at %d", what, key, at)
                            .isEqualTo(Await.value(reference.find(VIEW, key, at)).map(this::said));
                }
                for (String tenant : TENANTS) {
                    RowQuery all =
                            new RowQuery(tenant, Map.of(), null, null, null, false, null, 100, at);
                    assertThat(Await.value(store.list(VIEW, all)).rows().stream().map(this::said))
                            .as("%s, list of %s at %d", what, tenant, at)
                            .containsExactlyElementsOf(
                                    Await.value(reference.list(VIEW, all)).rows().stream()
                                            .map(this::said)
                                            .toList());
                }
            }
        }
    }

    private List<Row> versions(int count) {
        List<Row> made = new ArrayList<>();
        Set<RowKey> there = new HashSet<>();
        for (int i = 1; i <= count; i++) {
            RowKey key =
                    new RowKey(
                            TENANTS.get(random.nextInt(TENANTS.size())),
                            "k" + random.nextInt(KEYS));
            if (there.contains(key) && random.nextInt(4) == 0) {
                there.remove(key);
                made.add(Row.removal(key, i));
            } else {
                there.add(key);
                made.add(
                        new Row(
                                key,
                                i,
                                Row.OPEN,
                                "s" + random.nextInt(3),
                                "text " + i,
                                Map.of("status", Set.of("v" + random.nextInt(2))),
                                ("version " + i).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return made;
    }

    private static List<RowKey> keys() {
        List<RowKey> keys = new ArrayList<>();
        for (String tenant : TENANTS) {
            for (int k = 0; k < KEYS; k++) {
                keys.add(new RowKey(tenant, "k" + k));
            }
        }
        return keys;
    }

    private Set<List<Object>> said(Map<RowKey, Row> rows) {
        Set<List<Object>> said = new HashSet<>();
        rows.values().forEach(row -> said.add(said(row)));
        return said;
    }

    private List<Object> said(Row row) {
        return List.of(
                row.key(),
                row.since(),
                row.until(),
                row.sort(),
                row.text(),
                row.attributes(),
                Arrays.toString(row.document()));
    }

    private static long position(ViewStore store) {
        return Await.value(store.progress(VIEW)).position();
    }

    private static ViewStore store(MongoDatabase database) {
        return new MongoViewStore(database, TestReplies.REPLIES);
    }
}
