package jp.tenken.eventstore;

import java.util.List;

/** What every engine checks before it appends. Stateless. */
public final class DenseBatch {

    private DenseBatch() {}

    /**
     * The commits of a batch, copied.
     *
     * @param expectedHead position behind which the batch begins
     * @throws IllegalArgumentException when there are none, or they do not follow the head and each
     *     other without a gap
     */
    public static List<Commit> of(long expectedHead, List<Commit> commits) {
        List<Commit> batch = List.copyOf(commits);
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to append");
        }
        long last = expectedHead;
        for (Commit commit : batch) {
            CommitHeader header = commit.header();
            if (header.position() != last + 1) {
                throw new IllegalArgumentException(
                        "position %d follows %d".formatted(header.position(), last));
            }
            last = header.lastPosition();
        }
        return batch;
    }
}
