package jp.tenken.eventstore.append;

import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;

/**
 * What became of an append: where its commit stands.
 *
 * @param commit the durable commit
 * @param replayed whether it stood there before, under the same append id, and nothing was written
 *     now
 */
public record AppendReceipt(Commit commit, boolean replayed) {

    /** Identity of the append. */
    public UUID appendId() {
        return commit.header().appendId();
    }

    /** Position of the last event in the log. */
    public long lastPosition() {
        return commit.header().lastPosition();
    }

    /** The tenant's sequence after this commit. */
    public long lastSequence() {
        return commit.header().lastTenantSequence();
    }

    /** The commit's header. */
    public CommitHeader header() {
        return commit.header();
    }
}
