package jp.tenken.command.incident;

import java.util.UUID;
import java.util.function.Supplier;
import jp.tenken.edge.CommandContext;
import jp.tenken.kernel.DerivedId;
import jp.tenken.kernel.IncidentId;

/**
 * Makes the ids of incidents to be.
 *
 * @param random gives ids to requests that cannot be recognised again
 */
public record IncidentIds(Supplier<UUID> random) {

    /**
     * With an idempotency key the id follows from it, so that a repeated request means the same.
     */
    public IncidentId forRequest(CommandContext context) {
        String key = context.idempotencyKey();
        return IncidentId.of(
                key == null
                        ? random.get().toString()
                        : DerivedId.of(
                                "incident",
                                context.tenant().value(),
                                context.actor().subject(),
                                context.route(),
                                key));
    }
}
