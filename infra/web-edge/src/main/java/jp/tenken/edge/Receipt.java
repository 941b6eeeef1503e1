package jp.tenken.edge;

import java.util.Map;

/**
 * What a command that succeeded left behind.
 *
 * @param id of the resource that it was about
 * @param version of that resource afterwards: what its {@code ETag} says
 * @param sequence the municipality's sequence in which the effect, or for a command without effect
 *     the state that it read, is contained
 * @param effect whether this command, now or when it was first sent, appended anything
 * @param replayed whether this is the remembered receipt of an earlier request with the same
 *     idempotency key
 * @param told what the decision says beyond that: {@link jp.tenken.kernel.Decision#told()}
 */
public record Receipt(
        String id,
        long version,
        long sequence,
        boolean effect,
        boolean replayed,
        Map<String, String> told) {

    /** Copies the map. */
    public Receipt {
        told = Map.copyOf(told);
    }

    /** Of a decision that says nothing beyond that. */
    public Receipt(String id, long version, long sequence, boolean effect, boolean replayed) {
        this(id, version, sequence, effect, replayed, Map.of());
    }
}
