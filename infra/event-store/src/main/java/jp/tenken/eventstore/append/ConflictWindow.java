package jp.tenken.eventstore.append;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * The latest commits, indexed so that a guard whose position lies in the window is checked without
 * I/O: for each tenant, tag and type the position where it last occurred. Most guards are settled
 * by one look: their tag has not occurred since. The others are settled by reading the commits
 * themselves, newest first.
 *
 * <p>Commits of the batch being built are in the window too, before they are durable, so that a
 * later member of the batch sees the earlier ones; {@link #truncate} takes them back.
 *
 * <p>For one thread.
 */
final class ConflictWindow {

    private record Occurrence(String tenant, Object tagOrType) {}

    private static final Object ANYTHING = "*";

    /**
     * Payload bytes above which the window forgets early, whatever its number of events: 32 MiB.
     */
    private static final long MAX_BYTES = 32L * 1024 * 1024;

    private final int capacity;
    private final ArrayDeque<Commit> commits = new ArrayDeque<>();
    private final Map<Occurrence, Long> lastAt = new HashMap<>();
    private final Map<UUID, Commit> byAppendId = new HashMap<>();
    private long start;
    private int events;
    private long bytes;

    /**
     * Starts empty behind a position.
     *
     * @param capacity events to remember, at least one commit
     */
    ConflictWindow(long start, int capacity) {
        this.start = start;
        this.capacity = capacity;
    }

    /** Everything behind this position is in the window. */
    long start() {
        return start;
    }

    void push(Commit commit) {
        commits.addLast(commit);
        count(commit, 1);
        index(commit);
        while ((events > capacity || bytes > MAX_BYTES) && commits.size() > 1) {
            evict(commits.removeFirst());
        }
    }

    /** Takes back every commit behind the position. */
    void truncate(long position) {
        boolean changed = false;
        while (!commits.isEmpty() && commits.getLast().header().position() > position) {
            Commit taken = commits.removeLast();
            count(taken, -1);
            byAppendId.remove(taken.header().appendId());
            changed = true;
        }
        // What was evicted to make room for what is taken back now was never behind this position.
        start = Math.min(start, position);
        if (changed) {
            lastAt.clear();
            commits.forEach(this::index);
        }
    }

    @Nullable Commit find(UUID appendId) {
        return byAppendId.get(appendId);
    }

    /**
     * Whether a matching event of the tenant stands behind the guard's position, which is in the
     * window.
     */
    boolean violates(String tenant, AppendGuard guard) {
        List<Criterion> open = new ArrayList<>(guard.criteria().anyOf().size());
        for (Criterion criterion : guard.criteria().anyOf()) {
            if (mayHaveOccurred(tenant, criterion, guard.after())) {
                open.add(criterion);
            }
        }
        return !open.isEmpty() && occurred(tenant, open, guard.after());
    }

    private boolean mayHaveOccurred(String tenant, Criterion criterion, long after) {
        if (criterion.tags().isEmpty() && criterion.types().isEmpty()) {
            return since(tenant, ANYTHING, after);
        }
        for (EventTag tag : criterion.tags()) {
            if (!since(tenant, tag, after)) {
                return false;
            }
        }
        return criterion.types().isEmpty() || anySince(tenant, criterion.types(), after);
    }

    private boolean anySince(String tenant, Set<String> types, long after) {
        for (String type : types) {
            if (since(tenant, type, after)) {
                return true;
            }
        }
        return false;
    }

    private boolean since(String tenant, Object tagOrType, long after) {
        Long last = lastAt.get(new Occurrence(tenant, tagOrType));
        return last != null && last > after;
    }

    private boolean occurred(String tenant, List<Criterion> criteria, long after) {
        Iterator<Commit> newestFirst = commits.descendingIterator();
        while (newestFirst.hasNext()) {
            Commit commit = newestFirst.next();
            if (commit.header().lastPosition() <= after) {
                return false;
            }
            if (commit.header().tenant().equals(tenant) && matches(commit, criteria, after)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Commit commit, List<Criterion> criteria, long after) {
        long position = commit.header().position();
        for (StoredEvent event : commit.events()) {
            if (position++ > after) {
                for (Criterion criterion : criteria) {
                    if (criterion.matches(event)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void index(Commit commit) {
        String tenant = commit.header().tenant();
        long last = commit.header().lastPosition();
        byAppendId.put(commit.header().appendId(), commit);
        lastAt.put(new Occurrence(tenant, ANYTHING), last);
        for (StoredEvent event : commit.events()) {
            lastAt.put(new Occurrence(tenant, event.name()), last);
            for (EventTag tag : event.tags()) {
                lastAt.put(new Occurrence(tenant, tag), last);
            }
        }
    }

    private void evict(Commit commit) {
        String tenant = commit.header().tenant();
        start = commit.header().lastPosition();
        count(commit, -1);
        byAppendId.remove(commit.header().appendId());
        forget(tenant, ANYTHING);
        for (StoredEvent event : commit.events()) {
            forget(tenant, event.name());
            event.tags().forEach(tag -> forget(tenant, tag));
        }
    }

    private void count(Commit commit, int sign) {
        events += sign * commit.header().eventCount();
        for (StoredEvent event : commit.events()) {
            bytes += (long) sign * event.payload().length;
        }
    }

    private void forget(String tenant, Object tagOrType) {
        lastAt.computeIfPresent(
                new Occurrence(tenant, tagOrType), (key, last) -> last <= start ? null : last);
    }
}
