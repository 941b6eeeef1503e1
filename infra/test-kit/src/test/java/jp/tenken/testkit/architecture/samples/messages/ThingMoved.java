package jp.tenken.testkit.architecture.samples.messages;

import org.axonframework.messaging.eventhandling.annotation.Event;

/** An event of bytes, which can be written to, of a tenant that it names. */
@Event(namespace = "sample", name = "ThingMoved", version = "1")
@SuppressWarnings("ArrayRecordComponent")
public record ThingMoved(String tenantId, Place place) {

    /** Looks like a value, but its bytes can change. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Place(byte[] address) {}
}
