package jp.tenken.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.WriteTurns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an appender writes, waits and gives way; time passes when the test says so. */
class RivalsTest {

    private final List<String> said = new ArrayList<>();
    private final List<Due> timers = new ArrayList<>();
    private CompletableFuture<Boolean> taken = new CompletableFuture<>();
    private CompletableFuture<Boolean> left = new CompletableFuture<>();
    private boolean wanted;
    private @Nullable RuntimeException defect;
    private long head = 10;
    private final List<Commit> written = new ArrayList<>();
    private long now;
    private final Rivals rivals = rivals(new ScriptedTurns());

    private record Due(long at, Runnable step) {}

    private final class ScriptedTurns implements WriteTurns {
        @Override
        public CompletableFuture<Boolean> take() {
            said.add("take");
            taken = new CompletableFuture<>();
            return taken;
        }

        @Override
        public CompletableFuture<Boolean> leave() {
            said.add("leave");
            left = new CompletableFuture<>();
            return left;
        }

        @Override
        public CompletableFuture<Boolean> wanted() {
            said.add("wanted?");
            return CompletableFuture.completedFuture(wanted);
        }
    }

    private final class RecordingWriter implements ContendingWriter {
        @Override
        public long head() {
            return head;
        }

        @Override
        public void prepare() {
            said.add("prepare");
        }

        @Override
        public void observe(List<Commit> standing) {
            said.add("observe");
            if (defect != null) {
                throw defect;
            }
            head = standing.getLast().header().lastPosition();
        }

        @Override
        public void lead() {}
    }

    private Rivals rivals(@Nullable WriteTurns turns) {
        return new Rivals(
                new RecordingWriter(),
                turns,
                after ->
                        CompletableFuture.completedFuture(
                                new CommitPage(
                                        written.stream()
                                                .filter(each -> each.header().position() > after)
                                                .toList(),
                                        after)),
                Runnable::run,
                (millis, step) -> timers.add(new Due(now + millis, step)));
    }

    /** Lets time pass. */
    private void pass(long millis) {
        now += millis;
        List<Due> due = timers.stream().filter(each -> each.at() <= now).toList();
        timers.removeAll(due);
        due.forEach(each -> each.step().run());
    }

    private void othersWrite(long position) {
        CommitHeader header =
                new CommitHeader(
                        position,
                        new UUID(1, position),
                        "t",
                        position,
                        position,
                        List.of(Hash.NONE),
                        Hash.NONE,
                        Map.of(),
                        Hash.NONE);
        written.add(new Commit(header, List.of()));
    }

    /** Outrun, and given the turn. */
    private void hold() {
        rivals.outrun();
        rivals.proceed(true);
        taken.complete(true);
        assertThat(rivals.mayWrite()).isTrue();
        said.clear();
    }

    private void write(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(rivals.mayWrite()).isTrue();
            rivals.writing();
        }
    }

    @Test
    void whoMetNobodyWritesAndAsksNobody() {
        write(Rivals.STREAM_WRITES);
        rivals.proceed(true);
        rivals.proceed(false);
        assertThat(said).isEmpty();
    }

    @Test
    void whereNobodyTakesTurnsALostRaceIsFollowedByTheNext() {
        Rivals racing = rivals(null);
        racing.writing();
        racing.outrun();
        racing.proceed(true);
        assertThat(racing.mayWrite()).isTrue();
        assertThat(timers).isEmpty();
    }

    @Test
    void whoWasOutrunWaitsAndReadsWhatOthersWroteBeforeItWrites() {
        rivals.outrun();
        assertThat(rivals.mayWrite()).isFalse();
        rivals.proceed(false);
        assertThat(said).as("there is nothing to write").isEmpty();
        rivals.proceed(true);
        assertThat(said).containsExactly("prepare", "take");
        assertThat(rivals.mayWrite()).isFalse();

        othersWrite(11);
        taken.complete(true);

        assertThat(said).containsExactly("prepare", "take", "observe");
        assertThat(head).isEqualTo(11);
        assertThat(rivals.mayWrite()).isTrue();
        rivals.outrun();
        assertThat(rivals.mayWrite()).as("a race lost within the turn leaves it").isTrue();
    }

    @Test
    void whatDoesNotFollowIsLeftToTheWriteThatComesTooLate() {
        othersWrite(15);
        hold();
        assertThat(head).isEqualTo(10);
    }

    @Test
    void aDefectInReadingDoesNotKeepItFromWriting() {
        defect = new IllegalStateException("not to be had");
        othersWrite(11);
        rivals.outrun();
        rivals.proceed(true);
        taken.complete(true);
        assertThat(said).contains("observe");
        assertThat(rivals.mayWrite()).isTrue();
    }

    @Test
    void allPagesAreReadBeforeTheTurnBegins() {
        for (int i = 0; i < Rivals.PAGE_EVENTS; i++) {
            othersWrite(11 + i);
        }
        rivals.outrun();
        rivals.proceed(true);
        taken.complete(true);
        assertThat(head).isEqualTo(10 + Rivals.PAGE_EVENTS);
        assertThat(rivals.mayWrite()).isTrue();
    }

    @Test
    void aTurnEndsWhenItsTimeIsOverAndItWasWorthIt() {
        hold();
        write(Rivals.TURN_WRITES - 1);
        pass(Rivals.TURN_MILLIS);
        write(1);
        assertThat(rivals.mayWrite()).isFalse();
        rivals.proceed(true);
        assertThat(said).containsExactly("leave");

        left.complete(true);
        assertThat(rivals.mayWrite()).isFalse();
        rivals.proceed(true);
        assertThat(said).containsExactly("leave", "prepare", "take");
    }

    @Test
    void aTurnRestsWhenNothingIsLeftUntilCallersAreBack() {
        hold();
        write(1);
        rivals.proceed(false);
        assertThat(rivals.mayWrite()).isFalse();
        rivals.proceed(true);
        rivals.proceed(false);
        assertThat(said).isEmpty();

        pass(Rivals.REST_MILLIS);
        write(1);
        rivals.proceed(true);
        assertThat(said).as("there is more").isEmpty();
    }

    @Test
    void aTurnEndsWhenNobodyIsBackBehindARest() {
        hold();
        write(1);
        rivals.proceed(false);
        pass(Rivals.REST_MILLIS);
        rivals.proceed(false);
        assertThat(said).containsExactly("leave");
    }

    @Test
    void whatNobodyWantsIsWrittenWithoutATurnAgain() {
        hold();
        rivals.proceed(false);
        pass(Rivals.REST_MILLIS);
        rivals.proceed(false);
        left.complete(false);
        write(1);
        rivals.proceed(true);
        assertThat(said).containsExactly("leave");
    }

    @Test
    void theTimerOfATurnThatIsOverDoesNotEndTheNext() {
        hold();
        rivals.proceed(false);
        pass(Rivals.REST_MILLIS);
        rivals.proceed(false);
        left.complete(true);
        rivals.proceed(true);
        taken.complete(true);
        write(Rivals.TURN_WRITES);
        pass(Rivals.TURN_MILLIS - Rivals.REST_MILLIS);
        assertThat(rivals.mayWrite()).isTrue();
    }

    @Test
    void aTurnThatDoesNotComeInTimeIsDoneWithoutForAWhile() {
        rivals.outrun();
        rivals.proceed(true);
        pass(Rivals.PATIENCE_MILLIS);
        assertThat(rivals.mayWrite()).isTrue();
        assertThat(said).containsExactly("prepare", "take", "leave");
        taken.complete(true);
        assertThat(said).as("too late").containsExactly("prepare", "take", "leave");

        rivals.outrun();
        assertThat(rivals.mayWrite()).as("a pause behind a lost race").isFalse();
        pass(Rivals.PAUSE_MILLIS);
        assertThat(rivals.mayWrite()).isTrue();

        pass(Rivals.DISTRUST_MILLIS);
        rivals.outrun();
        rivals.proceed(true);
        assertThat(said).endsWith("prepare", "take");
    }

    @Test
    void whoCannotBeAskedIsDoneWithout() {
        rivals.outrun();
        rivals.proceed(true);
        taken.completeExceptionally(new IllegalStateException("no answer"));
        assertThat(rivals.mayWrite()).isTrue();

        pass(Rivals.DISTRUST_MILLIS);
        hold();
        rivals.proceed(false);
        pass(Rivals.REST_MILLIS);
        rivals.proceed(false);
        left.completeExceptionally(new IllegalStateException("no answer"));
        assertThat(rivals.mayWrite()).isTrue();
    }

    @Test
    void besideAStreamOfWritesOthersAreNoticed() {
        wanted = true;
        write(1);
        pass(Rivals.LOOK_MILLIS);
        assertThat(said).as("a few writes leave others room").isEmpty();

        write(1 + Rivals.STREAM_WRITES);
        pass(Rivals.LOOK_MILLIS);
        assertThat(said).containsExactly("wanted?");
        assertThat(rivals.mayWrite()).isFalse();
        rivals.proceed(true);
        assertThat(said).endsWith("prepare", "take");
    }

    @Test
    void whoClosesGivesTheTurnAway() {
        hold();
        rivals.close();
        assertThat(said).containsExactly("leave");
    }

    @Test
    void whoClosesWithoutATurnHasNothingToGive() {
        rivals.close();
        assertThat(said).isEmpty();
    }
}
