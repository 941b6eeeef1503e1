package jp.tenken.eventstore.axon;

import java.time.Instant;
import org.axonframework.messaging.core.Context.ResourceKey;

/**
 * Where an event stands, as a resource of its stream entry. Axon's tracking token is per batch in
 * 5.0.1 and knows no tenant; handlers that need a place take it from here. It is not metadata: that
 * is returned as it was given.
 *
 * @param tenant whose event
 * @param position in the log
 * @param tenantSequence among the tenant's events
 * @param recordedAt when the commit was recorded, to the microsecond
 */
public record EventOrigin(String tenant, long position, long tenantSequence, Instant recordedAt) {

    /** Where to find it in an entry's or a processing context's resources. */
    public static final ResourceKey<EventOrigin> KEY = ResourceKey.withLabel("tenken.eventOrigin");
}
