package jp.tenken.eventstore;

import java.util.List;

/**
 * What one command appended: all of it or nothing.
 *
 * @param header position, sequence, chains and hash
 * @param events as many as the header has digests, in order; empty when the content was erased and
 *     only the tombstone remains
 */
public record Commit(CommitHeader header, List<StoredEvent> events) {

    /** Most events that one commit may hold. */
    public static final int MAX_EVENTS = 1_000;

    /** Most bytes that one commit may take in a log, all that it is found by included: 12 MiB. */
    public static final int MAX_BYTES = 12 * 1024 * 1024;

    /** Refuses a commit that is neither whole nor a tombstone. */
    public Commit {
        if (!events.isEmpty() && events.size() != header.eventCount()) {
            throw new IllegalArgumentException(
                    "header names %d events, there are %d"
                            .formatted(header.eventCount(), events.size()));
        }
    }

    /** Whether the content was erased: header and digests remain, the chain still verifies. */
    public boolean isTombstone() {
        return events.isEmpty();
    }
}
