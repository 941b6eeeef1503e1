package jp.tenken.eventstore.tail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/** The latest commits without a gap, bounded by events and bytes. Guarded by its owner's lock. */
final class CommitRing {

    private final int maxEvents;
    private final long maxBytes;
    private final ArrayDeque<Commit> commits = new ArrayDeque<>();
    private long start;
    private long end;
    private int events;
    private long bytes;

    CommitRing(long start, int maxEvents, long maxBytes) {
        this.start = start;
        this.end = start;
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    /** Position of the last event. */
    long end() {
        return end;
    }

    /** Adds the commit that follows the last one; whether it did follow. */
    boolean add(Commit commit) {
        if (commit.header().position() != end + 1) {
            return false;
        }
        commits.addLast(commit);
        end = commit.header().lastPosition();
        count(commit, 1);
        while ((events > maxEvents || bytes > maxBytes) && commits.size() > 1) {
            Commit oldest = commits.removeFirst();
            start = oldest.header().lastPosition();
            count(oldest, -1);
        }
        return true;
    }

    /** The commits behind a position, or null when the ring no longer reaches back so far. */
    @Nullable CommitPage read(long after, int wanted) {
        if (after < start) {
            return null;
        }
        List<Commit> found = new ArrayList<>();
        // Readers are mostly at the end: walk back from there, not forward from the start.
        Iterator<Commit> newestFirst = commits.descendingIterator();
        while (newestFirst.hasNext()) {
            Commit commit = newestFirst.next();
            if (commit.header().lastPosition() <= after) {
                break;
            }
            found.add(commit);
        }
        return page(found.reversed(), after, wanted);
    }

    private CommitPage page(List<Commit> behind, long after, int wanted) {
        int taken = 0;
        int count = 0;
        while (taken < behind.size()
                && (taken == 0 || count + behind.get(taken).header().eventCount() <= wanted)) {
            count += behind.get(taken++).header().eventCount();
        }
        List<Commit> page = List.copyOf(behind.subList(0, taken));
        return new CommitPage(
                page,
                page.isEmpty() ? Math.max(after, end) : page.getLast().header().lastPosition());
    }

    private void count(Commit commit, int sign) {
        events += sign * commit.header().eventCount();
        for (StoredEvent event : commit.events()) {
            bytes += (long) sign * event.payload().length;
        }
    }
}
