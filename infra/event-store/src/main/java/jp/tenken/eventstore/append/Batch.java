package jp.tenken.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.tenken.eventstore.Commit;
import org.jspecify.annotations.Nullable;

/**
 * What became of the appends that were taken together: commits to write, answers without a write,
 * and what must be checked first. Grows until it is written. For whoever has the {@link Turn}.
 */
final class Batch {

    /** A commit with the append that it answers. */
    record Draft(PendingAppend pending, Commit commit) {
        void answer() {
            pending.answer.complete(new AppendReceipt(commit, false));
        }
    }

    /**
     * An append that needs no write. The answer may rest on a commit that is built or being
     * written, so it holds only once everything before it is durable.
     */
    record Settled(PendingAppend pending, Runnable answer) {}

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private List<PendingAppend> uncleared = new ArrayList<>();
    private int events;
    private long bytes;
    private @Nullable List<Commit> commits;

    void add(Draft draft) {
        drafts.add(draft);
        events += draft.commit().header().eventCount();
        bytes += draft.pending().bytes;
    }

    void add(Settled answer) {
        settled.add(answer);
    }

    void addUncleared(PendingAppend pending) {
        uncleared.add(pending);
    }

    boolean isEmpty() {
        return drafts.isEmpty() && settled.isEmpty();
    }

    /** Events in the commits. */
    int events() {
        return events;
    }

    /** Bytes of the commits, as {@link CommitSize} counts. */
    long bytes() {
        return bytes;
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Settled> settled() {
        return settled;
    }

    /** In the order of their positions. Only once nothing is added any more. */
    List<Commit> commits() {
        List<Commit> made = commits;
        if (made == null) {
            made = drafts.stream().map(Draft::commit).toList();
            commits = made;
        }
        return made;
    }

    /** Where the log ends with these commits, given where it ends without them. */
    long endsAt(long before) {
        return drafts.isEmpty() ? before : drafts.getLast().commit().header().lastPosition();
    }

    /** Now that everything is durable. */
    void giveTo(Answers answers) {
        drafts.forEach(draft -> answers.add(draft::answer));
        settled.forEach(each -> answers.add(each.answer()));
        answers.complete();
    }

    /** Everybody who waits for this batch to be durable. */
    List<PendingAppend> pending() {
        return Stream.concat(
                        drafts.stream().map(Draft::pending), settled.stream().map(Settled::pending))
                .toList();
    }

    /** Those that must be checked against the log first; they are the caller's from now on. */
    List<PendingAppend> takeUncleared() {
        List<PendingAppend> taken = uncleared;
        uncleared = new ArrayList<>();
        return taken;
    }
}
