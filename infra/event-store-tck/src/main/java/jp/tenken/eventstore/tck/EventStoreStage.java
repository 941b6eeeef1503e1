package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.append.AppendConflictException;
import jp.tenken.eventstore.append.AppendGuard;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.eventstore.append.AppendRefusedException.Reason;
import jp.tenken.eventstore.append.AppenderSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * An event store over an engine's empty log, and the words in which the event store suites speak.
 */
abstract class EventStoreStage {

    static final String NORTH = "tenant-north";
    static final String SOUTH = "tenant-south";

    @TempDir Path directory;

    private final List<EventStoreRig> rigs = new ArrayList<>();
    private CommitLog engineLog = new InMemoryCommitLog();

    /** The engine's log with faults on command, shared by as many rigs as a test likes. */
    FaultyCommitLog faulty = new FaultyCommitLog(engineLog);

    /** As {@link CommitLogConformance}: opens the engine's log that lives under a directory. */
    protected abstract CommitLog open(Path directory) throws Exception;

    @BeforeEach
    protected void openAnEmptyLog() throws Exception {
        engineLog = open(directory.resolve("log"));
        faulty = new FaultyCommitLog(engineLog);
    }

    @AfterEach
    protected void closeEverything() {
        rigs.forEach(EventStoreRig::close);
        engineLog.close();
    }

    /** The one process of an engine that may be exclusive: nothing lies between it and the log. */
    final EventStoreRig alone() {
        return keep(EventStoreRig.over(engineLog));
    }

    /** One of several processes on the same log, with faults on command. */
    final EventStoreRig shared() {
        return keep(EventStoreRig.over(faulty));
    }

    final EventStoreRig shared(AppenderSettings settings, Clock clock) {
        return keep(EventStoreRig.over(faulty, settings, clock));
    }

    private EventStoreRig keep(EventStoreRig rig) {
        rigs.add(rig);
        return rig;
    }

    static EventTag tag(String key, String value) {
        return new EventTag(key, value);
    }

    static Criteria tagged(EventTag... tags) {
        return new Criteria(List.of(new Criterion(Set.of(tags), Set.of())));
    }

    static Criteria typed(String... types) {
        return new Criteria(List.of(new Criterion(Set.of(), Set.of(types))));
    }

    static Criteria typedAndTagged(String type, EventTag... tags) {
        return new Criteria(List.of(new Criterion(Set.of(tags), Set.of(type))));
    }

    static Criteria either(Criteria one, Criteria other) {
        List<Criterion> both = new ArrayList<>(one.anyOf());
        both.addAll(other.anyOf());
        return new Criteria(both);
    }

    static AppendGuard guard(Criteria criteria, long after) {
        return new AppendGuard(criteria, after);
    }

    /** Begins this many appends at once. */
    static List<CompletableFuture<AppendReceipt>> atOnce(
            int count, IntFunction<CompletableFuture<AppendReceipt>> append) {
        List<CompletableFuture<AppendReceipt>> begun = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            begun.add(append.apply(i));
        }
        return begun;
    }

    /** How many were appended; every other one was a conflict and nothing else. */
    static int winners(List<CompletableFuture<AppendReceipt>> racers) {
        int won = 0;
        for (CompletableFuture<AppendReceipt> racer : racers) {
            Throwable failure = Await.outcome(racer);
            if (failure == null) {
                won++;
            } else {
                assertThat(failure).isInstanceOf(AppendConflictException.class);
            }
        }
        return won;
    }

    static void assertConflict(CompletableFuture<?> append) {
        assertThat(Await.outcome(append)).isInstanceOf(AppendConflictException.class);
    }

    /** It was refused before anything was written, and for this reason. */
    static void assertRefused(CompletableFuture<?> append, Reason reason) {
        assertThat(Await.outcome(append))
                .isInstanceOfSatisfying(
                        AppendRefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** That many events of a name on three chains. */
    static StoredEvent[] events(int count, String name) {
        StoredEvent[] events = new StoredEvent[count];
        Arrays.setAll(events, i -> event(name, tag(CommitFixtures.CHAIN, "c" + i % 3)));
        return events;
    }

    /** The whole log, after it was found dense, ordered, linked and sealed. */
    final List<Commit> soundHistory() {
        return SoundHistory.of(engineLog);
    }
}
