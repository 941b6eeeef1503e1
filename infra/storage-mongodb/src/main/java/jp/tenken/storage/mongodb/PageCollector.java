package jp.tenken.storage.mongodb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;

/**
 * Gathers what a question finds until a page is full. For one page; the driver's threads add, one
 * after the other.
 */
final class PageCollector {

    /**
     * A page stops behind this many bytes whatever was asked for, so that large commits cannot fill
     * the memory.
     */
    private static final long MAX_BYTES = 32L << 20;

    private final int maxEvents;
    private final List<CommitDocument> found = new ArrayList<>();
    private long events;
    private long bytes;

    PageCollector(int maxEvents) {
        this.maxEvents = maxEvents;
    }

    /** Adds one more, and says whether the page is full then. */
    boolean add(CommitDocument document) {
        found.add(document);
        events += document.end() - document.position() + 1;
        bytes += document.content().length;
        return isFull();
    }

    private boolean isFull() {
        return events >= maxEvents || bytes >= MAX_BYTES;
    }

    /** Puts what lies before all others to the front; what the page has no place for then goes. */
    void addFirst(CommitDocument document) {
        List<CommitDocument> others = List.copyOf(found);
        found.clear();
        events = 0;
        bytes = 0;
        boolean full = add(document);
        for (int i = 0; i < others.size() && !full; i++) {
            full = add(others.get(i));
        }
    }

    List<CommitDocument> found() {
        return found;
    }

    /**
     * The page. Reading the commits takes time, so not on a thread of the driver.
     *
     * @param wanted checks what an index can only suggest
     * @param end what the page says when there was no more to find; further it goes only with a
     *     commit that reaches beyond
     */
    CommitPage page(Predicate<Commit> wanted, long end) {
        List<Commit> commits = new ArrayList<>(found.size());
        boolean last = false;
        for (CommitDocument document : found) {
            Commit commit = document.commit();
            last = wanted.test(commit);
            if (last) {
                commits.add(commit);
            }
        }
        if (!isFull()) {
            return new CommitPage(commits, end);
        }
        long reached = found.getLast().end();
        return new CommitPage(commits, last ? reached : Math.min(reached, end));
    }
}
