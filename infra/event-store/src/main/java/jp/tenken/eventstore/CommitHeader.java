package jp.tenken.eventstore;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All of a commit that survives the erasure of its content (commit format v1).
 *
 * @param position of the first event in this log: 1-based, dense per event. Not covered by the
 *     hash, so that a tenant can move to another log
 * @param appendId the writer's identity for this append; unique in the log
 * @param tenant opaque, never blank
 * @param tenantSequence of the first event among the tenant's: 1-based, dense per event
 * @param recordedAtMicros microseconds since 1970-01-01T00:00:00Z by the writer's clock; strictly
 *     increasing per tenant
 * @param digests one salted digest per event, in order; 1 to {@link Commit#MAX_EVENTS}
 * @param previous hash of the tenant's commit before this one, {@link Hash#NONE} for its first
 * @param previousInChain for each chain that the commit touches (key {@code tagKey:tagValue}), the
 *     hash of the chain's commit before this one, {@link Hash#NONE} for its first; in ascending key
 *     order
 * @param hash over all of the above but the position
 */
public record CommitHeader(
        long position,
        UUID appendId,
        String tenant,
        long tenantSequence,
        long recordedAtMicros,
        List<Hash> digests,
        Hash previous,
        Map<String, Hash> previousInChain,
        Hash hash) {

    /** Number of events, at least 1; erased content counts. */
    public int eventCount() {
        return digests.size();
    }

    /** Position of the last event. */
    public long lastPosition() {
        return position + digests.size() - 1;
    }

    /** Tenant sequence of the last event. */
    public long lastTenantSequence() {
        return tenantSequence + digests.size() - 1;
    }
}
