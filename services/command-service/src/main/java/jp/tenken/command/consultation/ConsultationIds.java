package jp.tenken.command.consultation;

import java.util.UUID;
import java.util.function.Supplier;
import jp.tenken.edge.CommandContext;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.DerivedId;

/**
 * Makes the ids of consultations to be.
 *
 * @param random gives ids to requests that cannot be recognised again
 */
public record ConsultationIds(Supplier<UUID> random) {

    /**
     * With an idempotency key the id follows from it, so that a repeated request means the same.
     */
    public ConsultationId forRequest(CommandContext context) {
        String key = context.idempotencyKey();
        return ConsultationId.of(
                key == null
                        ? random.get().toString()
                        : DerivedId.of(
                                "consultation",
                                context.tenant().value(),
                                context.actor().subject(),
                                context.route(),
                                key));
    }
}
