package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.projections.CommitSource;
import jp.tenken.projections.ProjectionEnvironment;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.projections.ProjectionSettings;
import jp.tenken.projections.Projections;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.SequenceGate;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewProgressBoard;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewState;
import jp.tenken.projections.ViewStore;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an engine's log and view store must do together, with appender, tail, processors and waiting
 * reads as one process has them. An engine's test class extends this and says how to open both;
 * nothing else.
 */
public abstract class ProjectionsConformance {

    private static final List<String> TENANTS =
            List.of("tenant-north", "tenant-south", "tenant-west");
    private static final Duration PATIENCE = Duration.ofSeconds(Await.SECONDS);

    /** The one event of these suites: its payload is the key of a row. */
    @Event(namespace = "tck", name = "Touched", version = "1")
    record Touched(String key) {}

    /** A row: how often it was touched, and by which event last. */
    record Touches(String key, int count, String last) {

        Touches plus(String event) {
            return new Touches(key, count + 1, event);
        }
    }

    private static final View<Touches> VIEW =
            View.of("touches", 1, Touches.class)
                    .sort(Touches::key)
                    .attribute("parity", row -> row.count() % 2 == 0 ? "even" : "odd")
                    .on(
                            Touched.class,
                            Touched::key,
                            (row, event, envelope) ->
                                    (row == null ? new Touches(event.key(), 0, "") : row)
                                            .plus(envelope.eventId()))
                    .build();

    @TempDir Path directory;

    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private CommitLog log = new InMemoryCommitLog();
    private ViewStore store = new InMemoryViewStore();
    private EventStoreRig rig = EventStoreRig.over(log);
    private ProjectionEnvironment env = environment();
    private Projections projections = new Projections(List.of(VIEW), env);

    /** As {@code open} of {@link CommitLogConformance}. */
    protected abstract CommitLog openLog(Path directory) throws Exception;

    /** As {@code open} of {@link ViewStoreConformance}. */
    protected abstract ViewStore openViews(Path directory) throws Exception;

    @BeforeEach
    protected void openLogAndViews() throws Exception {
        close();
        log = openLog(directory.resolve("log"));
        store = openViews(directory.resolve("views"));
        rig = EventStoreRig.over(log);
        env = environment();
        projections = new Projections(List.of(VIEW), env);
    }

    @AfterEach
    protected void closeEverything() {
        close();
        executor.shutdown();
        scheduler.shutdown();
    }

    private void close() {
        Await.value(projections.shutdown());
        rig.close();
        store.close();
        log.close();
    }

    private ProjectionEnvironment environment() {
        ProjectionSettings settings =
                new ProjectionSettings(
                        64,
                        1 << 16,
                        1 << 12,
                        Duration.ofMillis(1),
                        Duration.ofMillis(50),
                        1_000,
                        100);
        return new ProjectionEnvironment(
                CommitSource.of(log, rig.tail()),
                store,
                event -> new Touched(new String(event.payload(), StandardCharsets.UTF_8)),
                new TouchesCodecs(),
                new ViewProgressBoard(settings, executor),
                ProjectionListener.NONE,
                executor,
                scheduler,
                System::nanoTime,
                settings);
    }

    @Test
    protected void everyWriterReadsWhatItWrote() {
        Await.value(projections.start());
        SequenceGate gate = new SequenceGate(env.board(), env.source(), executor, scheduler);
        ViewReader<Touches> reader = ViewReader.of(VIEW, store, env.codecs());
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            String tenant = TENANTS.get(w % 3);
            String key = "own-" + w;
            writers.add(
                    CompletableFuture.runAsync(
                            () -> {
                                for (int i = 1; i <= Scale.of(60); i++) {
                                    long sequence =
                                            Await.value(
                                                            rig.append(
                                                                    tenant,
                                                                    null,
                                                                    touched(key),
                                                                    touched("shared")))
                                                    .lastSequence();
                                    Await.value(
                                            gate.await(VIEW.name(), tenant, sequence, PATIENCE));
                                    assertThat(
                                                    Await.value(reader.find(tenant, key))
                                                            .orElseThrow()
                                                            .row()
                                                            .count())
                                            .isEqualTo(i);
                                }
                            }));
        }
        writers.forEach(Await::value);
        agreeWithTheLog();
    }

    @Test
    protected void aRebuildDuringAppendsAgreesWithTheLogAndLosesNoAppend()
            throws InterruptedException {
        Await.value(projections.start());
        Random random = new Random(11);
        for (int i = 0; i < Scale.of(300); i++) {
            appendSomething(random);
        }
        AtomicBoolean appending = new AtomicBoolean(true);
        Thread writer =
                new Thread(
                        () -> {
                            for (int i = 0; i < Scale.of(1_500) && appending.get(); i++) {
                                appendSomething(random);
                            }
                        });
        writer.start();
        try {
            Await.value(projections.rebuild(VIEW.name(), status -> {}));
        } finally {
            appending.set(false);
            writer.join();
        }
        agreeWithTheLog();
    }

    @Test
    protected void viewsGoOnWhereTheyWereAfterLogAndStoreHaveBeenOpenedAgain() throws Exception {
        Await.value(projections.start());
        Random random = new Random(12);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < Scale.of(40); i++) {
                appendSomething(random);
            }
            if (round == 1) {
                Await.value(projections.awaitCaughtUp());
            }
            openLogAndViews();
            Await.value(projections.start());
        }
        agreeWithTheLog();
    }

    private void appendSomething(Random random) {
        StoredEvent[] events = new StoredEvent[1 + random.nextInt(4)];
        for (int i = 0; i < events.length; i++) {
            events[i] =
                    random.nextInt(5) == 0
                            ? CommitFixtures.event("tck.Unhandled")
                            : touched("k" + random.nextInt(20));
        }
        assertThat(Await.value(rig.append(TENANTS.get(random.nextInt(3)), null, events)).replayed())
                .isFalse();
    }

    private static StoredEvent touched(String key) {
        return CommitFixtures.event("tck.Touched", key.getBytes(StandardCharsets.UTF_8));
    }

    /** At every sequence of every tenant, the rows are what a plain fold of the log says. */
    private void agreeWithTheLog() {
        Await.value(projections.awaitCaughtUp());
        Await.until("live", () -> projections.status(VIEW.name()).state() == ViewState.LIVE);
        ViewReader<Touches> reader = ViewReader.of(VIEW, store, env.codecs());
        List<Commit> everything = rig.everything();
        for (String tenant : TENANTS) {
            Map<String, Touches> expected = new TreeMap<>();
            for (Commit commit : everything) {
                if (commit.header().tenant().equals(tenant)) {
                    commit.events().stream()
                            .filter(event -> event.name().equals("tck.Touched"))
                            .forEach(event -> fold(event, expected));
                    long sequence = commit.header().lastTenantSequence();
                    RowQuery asOf =
                            new RowQuery(
                                    tenant, Map.of(), null, null, null, false, null, 100, sequence);
                    assertThat(Await.value(reader.list(asOf)).rows())
                            .as("rows of %s at %d", tenant, sequence)
                            .extracting(ViewRow::row)
                            .containsExactlyElementsOf(expected.values());
                }
            }
            assertThat(Await.value(reader.list(RowQuery.live(tenant, 100))).rows())
                    .extracting(ViewRow::row)
                    .containsExactlyElementsOf(expected.values());
        }
    }

    private static void fold(StoredEvent event, Map<String, Touches> rows) {
        String key = new String(event.payload(), StandardCharsets.UTF_8);
        rows.put(key, rows.getOrDefault(key, new Touches(key, 0, "")).plus(event.id()));
    }
}
