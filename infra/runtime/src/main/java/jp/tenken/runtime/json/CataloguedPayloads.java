package jp.tenken.runtime.json;

import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.catalogue.EventType;
import jp.tenken.projections.EventPayloads;

/**
 * Reads stored payloads as the records that the catalogue names, older versions upcast first.
 * Thread-safe.
 */
public final class CataloguedPayloads implements EventPayloads {

    private final PayloadJson json;
    private final Upcasters upcasters;

    /** With the upcasters that the write side reads by too. */
    public CataloguedPayloads(PayloadJson json, Upcasters upcasters) {
        this.json = json;
        this.upcasters = upcasters;
    }

    @Override
    public Object decode(StoredEvent stored) {
        StoredEvent event = upcasters.upcast(stored);
        EventType type =
                EventCatalogue.find(event.name())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the catalogue has no event " + event.name()));
        if (!type.version().equals(event.version())) {
            throw new IllegalStateException(
                    "%s is read in version %s, not %s; an upcaster is missing"
                            .formatted(event.name(), type.version(), event.version()));
        }
        return event.decoded(type.payload(), bytes -> json.read(bytes, type.payload()));
    }
}
