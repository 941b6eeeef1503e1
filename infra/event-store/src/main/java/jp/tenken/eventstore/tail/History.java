package jp.tenken.eventstore.tail;

import java.util.List;
import jp.tenken.eventstore.Commit;

/**
 * What is known of a tenant's events with a certain tag: all that there are up to a position, and
 * nothing of what comes behind it. Whoever needs more reads on from there.
 *
 * @param commits in order; each holds at least one such event, and perhaps others
 * @param upTo inclusive position
 */
public record History(List<Commit> commits, long upTo) {

    /** Nothing known, not even of the beginning. */
    public static final History NOTHING = new History(List.of(), 0);

    /** Copies the list. */
    public History {
        commits = List.copyOf(commits);
    }
}
