package jp.tenken.integration.feed.pull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.tenken.eventstore.TenantHead;

/**
 * Where a municipality's history ends.
 *
 * @param sequence of the last event
 * @param recordedAt when its commit was recorded
 * @param hash of that commit, 64 lower-case hexadecimal digits
 */
record FeedHead(long sequence, Instant recordedAt, String hash) {

    /** Of a history that is not empty. */
    static FeedHead of(TenantHead head) {
        return new FeedHead(
                head.sequence(),
                Instant.EPOCH.plus(head.recordedAtMicros(), ChronoUnit.MICROS),
                head.hash().hex());
    }
}
