package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.LogHoleException;
import jp.tenken.eventstore.append.AppendConflictException;
import jp.tenken.eventstore.append.AppendGuard;
import jp.tenken.eventstore.append.AppendListener;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRefusedException;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.append.Appender;
import jp.tenken.eventstore.tail.LogTail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener hears of an appender, and a tail's alarm of a hole. */
class AppendListenerTest {

    private static final Criteria ANYTHING =
            new Criteria(List.of(new Criterion(Set.of(), Set.of("A"))));

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final InMemoryCommitLog engine = new InMemoryCommitLog();
    private final FaultyCommitLog log = new FaultyCommitLog(engine);
    private final Heard heard = new Heard();

    @AfterEach
    void stop() {
        executor.shutdownNow();
        log.close();
    }

    @Test
    void aWriteIsHeardWhenItBeginsAndWhenItIsDurable() {
        Appender appender = appender(heard);

        Await.value(append(appender, null));

        assertThat(heard.news).containsExactly("writing 1", "written 1");
        assertThat(heard.failures).isEmpty();
        appender.close();
    }

    @Test
    void aLostReplyIsUnclearAndThenResolved() {
        Appender appender = appender(heard);
        log.script(Fault.REPLY_LOST);

        Await.value(append(appender, null));

        assertThat(heard.news).containsExactly("writing 1", "unclear 1", "resolved 1");
        appender.close();
    }

    @Test
    void aLostRaceIsToldApartFromALostReply() {
        Appender appender = appender(heard);
        Appender other = appender(engine, AppendListener.NONE);
        log.script(Fault.interrupted(0, () -> append(other, null)));

        Await.value(append(appender, null));

        assertThat(heard.news)
                .startsWith("writing 1", "raced 1", "resolved 1")
                .endsWith("writing 1", "written 1");
        appender.close();
        other.close();
    }

    @Test
    void everyFailureThatACallerIsAnsweredWithIsHeardOnce() {
        Appender appender = appender(heard);
        Await.value(append(appender, null));
        assertThat(Await.outcome(append(appender, new AppendGuard(ANYTHING, 0))))
                .isInstanceOf(AppendConflictException.class);
        log.script(Fault.REFUSED);
        assertThat(Await.outcome(append(appender, null))).isInstanceOf(CommitLogException.class);
        byte[] tooMuch = new byte[Commit.MAX_BYTES + 1];
        assertThat(
                        Await.outcome(
                                appender.append(
                                        new AppendRequest(
                                                "t",
                                                UUID.randomUUID(),
                                                AppendRequest.FRESH_ID,
                                                List.of(event("A", tooMuch)),
                                                null))))
                .isInstanceOf(AppendRefusedException.class);

        assertThat(heard.failures)
                .hasExactlyElementsOfTypes(
                        AppendConflictException.class,
                        CommitLogException.class,
                        AppendRefusedException.class);
        assertThat(heard.news).contains("refused 1");
        appender.close();
    }

    @Test
    void aListenerThatThrowsDoesNoHarm() {
        Appender appender = appender(new Throwing());
        log.script(Fault.REPLY_LOST);

        assertThat(Await.value(append(appender, null)).lastPosition()).isEqualTo(1);
        assertThat(Await.value(append(appender, null)).lastPosition()).isEqualTo(2);
        assertThat(Await.outcome(append(appender, new AppendGuard(ANYTHING, 0))))
                .isInstanceOf(AppendConflictException.class);
        appender.close();
    }

    @Test
    void whatIsTakenAndNotAnsweredIsCounted() {
        Appender appender = appender(heard);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        log.script(Fault.heldBack(gate));

        CompletableFuture<AppendReceipt> first = append(appender, null);
        CompletableFuture<AppendReceipt> second = append(appender, null);

        assertThat(appender.waiting()).isEqualTo(2);
        gate.complete(null);
        Await.value(first);
        Await.value(second);
        Await.until("nobody waits", () -> appender.waiting() == 0);
        appender.close();
    }

    @Test
    void aHoleThatTheTailFindsIsAnAlarm() {
        Appender appender = appender(AppendListener.NONE);
        List<LogHoleException> holes = new CopyOnWriteArrayList<>();
        LogTail tail = Await.value(LogTail.open(log, executor, holes::add));
        log.hide(1);
        Await.value(append(appender, null));
        Await.value(append(appender, null));

        Await.until("the alarm", () -> !holes.isEmpty());

        assertThat(tail.head()).isZero();
        tail.close();
        appender.close();
    }

    private Appender appender(AppendListener listener) {
        return appender(log, listener);
    }

    private Appender appender(CommitLog log, AppendListener listener) {
        return Await.value(
                Appender.open(
                        log,
                        EventStoreRig.SETTINGS,
                        Clock.systemUTC(),
                        executor,
                        commits -> {},
                        listener));
    }

    private static CompletableFuture<AppendReceipt> append(
            Appender appender, @Nullable AppendGuard guard) {
        return appender.append(
                new AppendRequest(
                        "t",
                        UUID.randomUUID(),
                        AppendRequest.FRESH_ID,
                        List.of(event("A")),
                        guard));
    }

    private static final class Heard implements AppendListener {

        private final List<String> news = new CopyOnWriteArrayList<>();
        private final List<Throwable> failures = new CopyOnWriteArrayList<>();

        @Override
        public void writing(List<Commit> batch) {
            news.add("writing " + batch.size());
        }

        @Override
        public void written(List<Commit> batch) {
            news.add("written " + batch.size());
        }

        @Override
        public void refused(List<Commit> batch, CommitLogException refusal) {
            news.add("refused " + batch.size());
        }

        @Override
        public void unclear(List<Commit> batch, boolean raced) {
            news.add((raced ? "raced " : "unclear ") + batch.size());
        }

        @Override
        public void resolved(List<Commit> standing) {
            news.add("resolved " + standing.size());
        }

        @Override
        public void failed(Throwable failure) {
            failures.add(failure);
        }
    }

    private static final class Throwing implements AppendListener {

        @Override
        public void writing(List<Commit> batch) {
            throw new IllegalStateException("no");
        }

        @Override
        public void written(List<Commit> batch) {
            throw new IllegalStateException("no");
        }

        @Override
        public void unclear(List<Commit> batch, boolean raced) {
            throw new IllegalStateException("no");
        }

        @Override
        public void resolved(List<Commit> standing) {
            throw new IllegalStateException("no");
        }

        @Override
        public void failed(Throwable failure) {
            throw new IllegalStateException("no");
        }
    }
}
