package jp.tenken.eventstore;

/**
 * Where a tenant's history ends.
 *
 * @param sequence of its last event; 0 when it has none
 * @param position of its last event in this log; 0 when it has none
 * @param recordedAtMicros of its last commit; {@link Long#MIN_VALUE} when it has none
 * @param hash of its last commit; {@link Hash#NONE} when it has none
 */
public record TenantHead(long sequence, long position, long recordedAtMicros, Hash hash) {

    /** A tenant without events. */
    public static final TenantHead EMPTY = new TenantHead(0, 0, Long.MIN_VALUE, Hash.NONE);
}
