package jp.tenken.runtime.command;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.tenken.edge.CommandContext;
import jp.tenken.eventstore.axon.AppendScope;
import jp.tenken.kernel.MetadataKeys;
import org.axonframework.messaging.commandhandling.CommandMessage;

/**
 * What a command message carries beside its payload, as metadata, and what of it goes on to the
 * events.
 *
 * @param tenant whose log
 * @param appendId identity of the append
 * @param idAbsentUpTo position up to which the log is known to be without it
 * @param time when it was dispatched: the time of its events
 * @param forEvents metadata that every event of the command carries
 */
public record CommandEnvelope(
        String tenant,
        UUID appendId,
        long idAbsentUpTo,
        Instant time,
        Map<String, String> forEvents) {

    private static final String ABSENT_UP_TO = "idAbsentUpTo";
    private static final String TIME = "time";

    /** The metadata of a command message. */
    public static Map<String, String> metadata(
            CommandContext context, UUID appendId, long idAbsentUpTo, Instant time) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(MetadataKeys.TENANT, context.tenant().value());
        metadata.put(MetadataKeys.APPEND_ID, appendId.toString());
        metadata.put(ABSENT_UP_TO, Long.toString(idAbsentUpTo));
        metadata.put(TIME, time.toString());
        metadata.put(MetadataKeys.ACTOR_SUBJECT, context.actor().subject());
        metadata.put(MetadataKeys.ACTOR_ROLE, context.actor().role().value());
        if (context.actor().department() != null) {
            metadata.put(MetadataKeys.ACTOR_DEPARTMENT, context.actor().department().value());
        }
        if (context.idempotencyKey() != null) {
            metadata.put(MetadataKeys.REQUEST_DIGEST, context.requestDigest());
            if (context.part() != null) {
                metadata.put(MetadataKeys.REQUEST_PART, context.part());
            }
        }
        metadata.put(MetadataKeys.CORRELATION_ID, context.correlationId());
        if (context.traceparent() != null) {
            metadata.put(MetadataKeys.TRACEPARENT, context.traceparent());
        }
        return metadata;
    }

    /**
     * What a command message carries.
     *
     * @throws IllegalStateException when something is missing: such a command was not sent by the
     *     dispatcher
     */
    public static CommandEnvelope of(CommandMessage command) {
        Map<String, String> metadata = command.metadata();
        Map<String, String> forEvents = new HashMap<>(metadata);
        forEvents.remove(MetadataKeys.APPEND_ID);
        forEvents.remove(ABSENT_UP_TO);
        forEvents.remove(TIME);
        return new CommandEnvelope(
                required(metadata, MetadataKeys.TENANT),
                UUID.fromString(required(metadata, MetadataKeys.APPEND_ID)),
                Long.parseLong(required(metadata, ABSENT_UP_TO)),
                Instant.parse(required(metadata, TIME)),
                forEvents);
    }

    AppendScope scope() {
        return AppendScope.keyed(tenant, appendId, idAbsentUpTo);
    }

    private static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalStateException("a command without " + key + " cannot be handled");
        }
        return value;
    }
}
