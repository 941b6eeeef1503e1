package jp.tenken.edge;

import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * Sends commands to their slices. Implemented where the parts are assembled; thread-safe, never
 * blocks.
 */
public interface CommandDispatcher {

    /**
     * Sends a command, once per subscription.
     *
     * @param command a command record
     * @param context what travels with it
     * @return the receipt once the effect is durable; or an error: a {@link
     *     jp.tenken.kernel.Rejection} from the slice, {@link jp.tenken.edge.problem.Refusal} {@code
     *     idempotency-key-reused} when the key came with another digest, {@code shutting-down} or
     *     {@code log-unavailable} when nothing can be written now
     */
    Mono<Receipt> dispatch(Object command, CommandContext context);

    /**
     * The municipality's sequence now; 0 where nothing was recorded. For operations that have no
     * receipt to take it from.
     */
    Mono<Long> sequence(TenantId tenant);
}
