package jp.tenken.command.contract;

import java.util.UUID;
import java.util.function.Supplier;
import jp.tenken.edge.CommandContext;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DerivedId;

/**
 * Makes the ids of contracts to be.
 *
 * @param random gives ids to requests that cannot be recognised again
 */
public record ContractIds(Supplier<UUID> random) {

    /**
     * With an idempotency key the id follows from it, so that a repeated request means the same.
     */
    public ContractId forRequest(CommandContext context) {
        String key = context.idempotencyKey();
        return ContractId.of(
                key == null
                        ? random.get().toString()
                        : DerivedId.of(
                                "contract",
                                context.tenant().value(),
                                context.actor().subject(),
                                context.route(),
                                key));
    }
}
