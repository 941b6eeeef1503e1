package jp.tenken.edge;

import java.util.List;
import java.util.Optional;
import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * Reads the log for the few commands that are about recorded events themselves or answer with them.
 * Implemented where the parts are assembled; thread-safe, never blocks.
 */
public interface RecordedEvents {

    /**
     * The event of this id in a tenant's history; empty where there is none. The log has no index
     * for this, so the search may read much of the history.
     */
    Mono<Optional<RecordedEvent>> find(TenantId tenant, String eventId);

    /**
     * The payloads of the events that a command left, in order; as they were left then, also when
     * the receipt is that of a repeated request. Empty where it had no effect, and where their
     * content was erased since.
     */
    Mono<List<Object>> recordedBy(TenantId tenant, Receipt receipt);

    /**
     * What a command needs to know of an event.
     *
     * @param eventId its id
     * @param type its qualified name
     * @param keyIds the keys of the free texts in it, each once, in the order of the event; empty
     *     where it holds none
     */
    record RecordedEvent(String eventId, String type, List<String> keyIds) {

        /** Copies the list. */
        public RecordedEvent {
            keyIds = List.copyOf(keyIds);
        }
    }
}
