package jp.tenken.command.checklist;

import java.util.UUID;
import java.util.function.Supplier;
import jp.tenken.edge.CommandContext;
import jp.tenken.kernel.DerivedId;
import jp.tenken.kernel.EvidenceId;

/**
 * Makes the ids of evidence to be.
 *
 * @param random gives ids to requests that cannot be recognised again
 */
public record EvidenceIds(Supplier<UUID> random) {

    /**
     * With an idempotency key the id follows from it, so that a repeated request means the same.
     */
    public EvidenceId forRequest(CommandContext context) {
        String key = context.idempotencyKey();
        return EvidenceId.of(
                key == null
                        ? random.get().toString()
                        : DerivedId.of(
                                "evidence",
                                context.tenant().value(),
                                context.actor().subject(),
                                context.route(),
                                key));
    }
}
