package jp.tenken.integration.feed.pull;

import java.util.UUID;
import jp.tenken.edge.problem.Refusal;

/**
 * A place in a municipality's history, as a cursor carries it.
 *
 * @param epoch of the log whose history it is: a restored log has another one
 * @param sequence of the last event that was looked at; 0 = none yet
 */
record FeedPlace(UUID epoch, long sequence) {

    private static final String BETWEEN = "/";

    /** From the text of a cursor that was sealed here. */
    static FeedPlace of(String text) {
        String[] parts = text.split(BETWEEN, 2);
        return new FeedPlace(UUID.fromString(parts[0]), Long.parseLong(parts[1]));
    }

    /** What a cursor carries. */
    String text() {
        return epoch + BETWEEN + sequence;
    }

    /**
     * Refuses with {@code cursor-expired} a place that the history does not have: that of another
     * log, and one behind the end of this one, which must have been longer before.
     */
    void requireIn(UUID log, long head) {
        if (!epoch.equals(log) || sequence > head) {
            throw Refusal.of("cursor-expired");
        }
    }
}
