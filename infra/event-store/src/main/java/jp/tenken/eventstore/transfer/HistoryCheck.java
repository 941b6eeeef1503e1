package jp.tenken.eventstore.transfer;

import java.util.HashMap;
import java.util.Map;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.format.CommitSeal;
import jp.tenken.eventstore.transfer.TransferException.Reason;

/**
 * Checks a tenant's commits one after the other, from its first: digests, hashes, dense sequences,
 * times that rise, the links of the tenant and of every chain. A tombstone is checked by its
 * header.
 *
 * <p>Remembers one hash for each chain and nothing else. For one thread.
 */
final class HistoryCheck {

    private final String tenant;
    private final Map<String, Hash> chains = new HashMap<>();
    private long sequence;
    private long recordedAt = Long.MIN_VALUE;
    private Hash head = Hash.NONE;
    private long commits;
    private long tombstones;

    HistoryCheck(String tenant) {
        this.tenant = tenant;
    }

    /**
     * Takes the next commit.
     *
     * @throws TransferException when it is not intact or not the next one
     */
    void next(Commit commit) {
        CommitHeader header = commit.header();
        if (!intact(commit)) {
            throw new TransferException(
                    Reason.ALTERED,
                    "the commit behind sequence %d is not what was written".formatted(sequence));
        }
        require(header.tenant().equals(tenant), "belongs to another municipality");
        require(header.tenantSequence() == sequence + 1, "does not have the next sequence");
        require(header.recordedAtMicros() > recordedAt, "is not recorded later");
        require(header.previous().equals(head), "does not link to the one before");
        header.previousInChain()
                .forEach(
                        (chain, link) ->
                                require(
                                        chains.getOrDefault(chain, Hash.NONE).equals(link),
                                        "does not link to the last one of " + chain));
        header.previousInChain().keySet().forEach(chain -> chains.put(chain, header.hash()));
        sequence = header.lastTenantSequence();
        recordedAt = header.recordedAtMicros();
        head = header.hash();
        commits++;
        if (commit.isTombstone()) {
            tombstones++;
        }
    }

    private static boolean intact(Commit commit) {
        int events = commit.header().eventCount();
        return events >= 1 && events <= Commit.MAX_EVENTS && CommitSeal.intact(commit);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new TransferException(
                    Reason.CHAIN_BROKEN,
                    "the commit behind sequence %d %s".formatted(sequence, otherwise));
        }
    }

    /** Sequence of the last event so far. */
    long sequence() {
        return sequence;
    }

    /** Hash of the last commit so far. */
    Hash head() {
        return head;
    }

    /** What was found, given what the file says of itself. */
    TransferSummary summary(TransferHeader header, Hash digest) {
        return new TransferSummary(header, commits, sequence, tombstones, chains.size(), digest);
    }

    /** Commits so far. */
    long commits() {
        return commits;
    }
}
