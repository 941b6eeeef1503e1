package jp.tenken.runtime;

import java.util.function.BiFunction;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Receipt;
import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * A dispatcher that answers as a test says.
 *
 * @param script the answer to a command
 */
public record ScriptedDispatcher(BiFunction<Object, CommandContext, Mono<Receipt>> script)
        implements CommandDispatcher {

    @Override
    public Mono<Receipt> dispatch(Object command, CommandContext context) {
        return script.apply(command, context);
    }

    @Override
    public Mono<Long> sequence(TenantId tenant) {
        return Mono.just(0L);
    }
}
