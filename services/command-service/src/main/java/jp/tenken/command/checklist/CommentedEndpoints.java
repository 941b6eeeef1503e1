package jp.tenken.command.checklist;

import java.util.function.Function;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.TextSealer;
import jp.tenken.kernel.SealedText;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What endpoints share whose command may carry a comment: the words are sealed before there is a
 * command, so that neither it nor its events ever hold them.
 *
 * @param commands sends the commands
 * @param texts seals the comments
 */
public record CommentedEndpoints(CommandDispatcher commands, TextSealer texts) {

    /**
     * Sends the command of a request.
     *
     * @param request whose tenant's key seals
     * @param context of the body
     * @param comment already checked by its rule; null = none, and nothing is sealed
     * @param command makes the command of the sealed comment, or of null
     */
    public Mono<Receipt> send(
            Request request,
            CommandContext context,
            @Nullable String comment,
            Function<@Nullable SealedText, Object> command) {
        if (comment == null) {
            return commands.dispatch(command.apply(null), context);
        }
        return texts.seal(request.tenant(), comment)
                .flatMap(text -> commands.dispatch(command.apply(text), context));
    }
}
