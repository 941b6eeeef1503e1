package jp.tenken.runtime.privacy;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Receipt;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.TextRule;
import jp.tenken.vault.PersonDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Learns the names of those whose commands were recorded. What memory knows already costs a look
 * into a map; a new or changed name is written before the answer, so that its bearer sees it, but
 * the answer does not wait for it longer than a second, never fails for it, and where many names
 * are being written already it is left to the next command.
 */
final class LearningDispatcher implements CommandDispatcher {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 64;
    private static final Logger logger = LoggerFactory.getLogger(LearningDispatcher.class);

    private final CommandDispatcher commands;
    private final PersonDirectory people;
    private final Semaphore slots = new Semaphore(AT_A_TIME);

    LearningDispatcher(CommandDispatcher commands, PersonDirectory people) {
        this.commands = commands;
        this.people = people;
    }

    @Override
    public Mono<Long> sequence(TenantId tenant) {
        return commands.sequence(tenant);
    }

    @Override
    public Mono<Receipt> dispatch(Object command, CommandContext context) {
        return commands.dispatch(command, context)
                .flatMap(
                        receipt ->
                                receipt.effect()
                                        ? learnt(context).thenReturn(receipt)
                                        : Mono.just(receipt));
    }

    private Mono<Void> learnt(CommandContext context) {
        String tenant = context.tenant().value();
        String subject = context.actor().subject();
        String name = printable(context.actor().displayName());
        if (name == null || people.knows(tenant, subject, name) || !slots.tryAcquire()) {
            return Mono.empty();
        }
        return Mono.fromFuture(
                        people.learn(tenant, subject, name)
                                .whenComplete((done, failure) -> slots.release()),
                        // Who no longer waits does not stop it.
                        true)
                .timeout(PATIENCE)
                .onErrorResume(
                        failure -> {
                            logger.warn(
                                    "A display name could not be kept; the next command brings it"
                                            + " again: {}",
                                    failure.toString());
                            return Mono.empty();
                        });
    }

    /** The name as it may be shown; null where there is none that may. */
    private static @Nullable String printable(@Nullable String name) {
        try {
            return TextRule.NAME.optional("name", name);
        } catch (Rejection unprintable) {
            return null;
        }
    }
}
