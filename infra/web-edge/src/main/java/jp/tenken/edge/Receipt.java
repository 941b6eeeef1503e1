package jp.tenken.edge;

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
 */
public record Receipt(String id, long version, long sequence, boolean effect, boolean replayed) {}
