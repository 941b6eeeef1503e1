package jp.tenken.runtime.command;

import java.util.UUID;
import java.util.function.Supplier;
import jp.tenken.edge.CommandContext;
import jp.tenken.kernel.DerivedId;

/**
 * Who an append is, and the events in it. With an idempotency key the id follows from tenant,
 * subject, route and key, so that the same request finds its own commit; without one it is made at
 * random. The events' ids follow from the append's.
 */
final class AppendIdentity {

    private AppendIdentity() {}

    static UUID of(CommandContext context, Supplier<UUID> random) {
        String key = context.idempotencyKey();
        return key == null
                ? random.get()
                : UUID.fromString(
                        DerivedId.of(
                                "append",
                                context.tenant().value(),
                                context.actor().subject(),
                                context.route(),
                                key));
    }

    /**
     * Of a part of a request behind the first one that was recorded; the first has the id of the
     * whole request, and with it the digest by which a key that is used again is recognised.
     */
    static UUID ofPart(UUID whole, String part) {
        return UUID.fromString(DerivedId.of("append-part", whole.toString(), part));
    }

    static String ofEvent(UUID appendId, int index) {
        return DerivedId.of("event", appendId.toString(), Integer.toString(index));
    }
}
