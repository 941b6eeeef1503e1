package jp.tenken.eventstore.append;

import java.util.List;
import java.util.Set;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.format.CommitCodec;

/**
 * What a commit takes in a log: its bytes, and once more the texts that it is found by. No engine
 * takes more, so what is bounded by this is not refused by a server later, together with the whole
 * write that it is part of.
 *
 * <p>Texts are counted as if all their letters took three bytes, because counting them exactly
 * would cost every append more than it is worth. Stateless and thread-safe.
 */
public final class CommitSize {

    private static final int BYTES_OF_A_LETTER = 3;

    /** What an entry of an index or a list needs beside its text. */
    private static final int BYTES_OF_AN_ENTRY = 16;

    private CommitSize() {}

    /**
     * Bytes that a commit takes at most.
     *
     * @param tenant whose commit it is
     * @param events of the commit; none of a tombstone, which takes less than it took before
     * @param chains that the commit is a link of
     */
    public static long of(String tenant, List<StoredEvent> events, Set<String> chains) {
        long size = CommitCodec.encodedLength(events) + 2 * entry(tenant.length());
        for (StoredEvent event : events) {
            // Found by its name within the tenant and in all tenants.
            size += Hash.LENGTH + 2 * entry(event.name().length());
            for (EventTag tag : event.tags()) {
                size += entry(tag.key().length() + 1 + tag.value().length());
            }
        }
        for (String chain : chains) {
            // The link in the header, and the name that stands beside the tag of the same name.
            size += Hash.LENGTH + 2 * entry(chain.length());
        }
        return size;
    }

    private static long entry(int letters) {
        return BYTES_OF_AN_ENTRY + (long) BYTES_OF_A_LETTER * letters;
    }
}
