package jp.tenken.runtime.privacy;

import java.time.Duration;
import java.util.Set;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Receipt;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.TenantId;
import jp.tenken.vault.TextVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Destroys the keys of a command's texts where it is certain that nothing of it was recorded: it
 * was rejected, or had no effect. After every other outcome they stay, for the command may be in
 * the log without anybody knowing yet.
 *
 * <p>That is housekeeping: the answer is the same, and does not wait for it longer than a second.
 */
final class TidyingDispatcher implements CommandDispatcher {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Logger logger = LoggerFactory.getLogger(TidyingDispatcher.class);

    private final CommandDispatcher commands;
    private final TextVault texts;

    TidyingDispatcher(CommandDispatcher commands, TextVault texts) {
        this.commands = commands;
        this.texts = texts;
    }

    @Override
    public Mono<Long> sequence(TenantId tenant) {
        return commands.sequence(tenant);
    }

    @Override
    public Mono<Receipt> dispatch(Object command, CommandContext context) {
        Set<String> keyIds = SealedKeys.of(command);
        Mono<Receipt> outcome = commands.dispatch(command, context);
        return keyIds.isEmpty()
                ? outcome
                : outcome.flatMap(
                                receipt ->
                                        receipt.effect()
                                                ? Mono.just(receipt)
                                                : unused(context, keyIds).thenReturn(receipt))
                        .onErrorResume(
                                Rejection.class,
                                no -> unused(context, keyIds).then(Mono.error(no)));
    }

    private Mono<Void> unused(CommandContext context, Set<String> keyIds) {
        return Mono.fromFuture(
                        () -> texts.erase(context.tenant().value(), keyIds),
                        // Who no longer waits does not stop it.
                        true)
                .timeout(PATIENCE)
                .onErrorResume(
                        failure -> {
                            logger.warn(
                                    "Keys of texts that were never recorded stay in the vault: {}",
                                    failure.toString());
                            return Mono.empty();
                        });
    }
}
