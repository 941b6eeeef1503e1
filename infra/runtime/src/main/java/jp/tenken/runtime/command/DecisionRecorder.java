package jp.tenken.runtime.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.axon.AppendScope;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.MetadataKeys;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageHandlerInterceptor;
import org.axonframework.messaging.core.MessageHandlerInterceptorChain;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;

/**
 * Stands around every command handler: gives the unit of work its append scope before anything is
 * sourced, and appends the events of the decision that comes back, stamped with tenant, actor and
 * what the decision was about. So a slice stays a function from command and state to decision.
 *
 * <p>Axon's correlation data is not used for this: in 5.0.1 it is cached per unit of work. Neither
 * is a mapped stream: what fails while one is mapped is caught by nobody where the state came from
 * the log's threads, and the caller would never be answered. A future keeps errors as well.
 */
public final class DecisionRecorder implements MessageHandlerInterceptor<CommandMessage> {

    private final MessageTypeResolver types;

    /** With the resolver that knows the events' stable names. */
    public DecisionRecorder(MessageTypeResolver types) {
        this.types = types;
    }

    @Override
    public MessageStream<?> interceptOnHandle(
            CommandMessage command,
            ProcessingContext context,
            MessageHandlerInterceptorChain<CommandMessage> chain) {
        CommandEnvelope envelope = CommandEnvelope.of(command);
        AppendScope scope = envelope.scope();
        context.putResource(AppendScope.KEY, scope);
        CompletableFuture<Message> handled =
                chain.proceed(command, context)
                        .first()
                        .asCompletableFuture()
                        .thenApply(
                                entry -> {
                                    Message result = entry.message();
                                    Decision decision = decision(command, result);
                                    record(decision, envelope, context);
                                    return new GenericCommandResultMessage(
                                            result.type(), new DecisionOutcome(decision, scope));
                                });
        return MessageStream.fromFuture(handled);
    }

    private static Decision decision(CommandMessage command, Message result) {
        if (result.payload() instanceof Decision decision) {
            return decision;
        }
        throw new IllegalStateException(command.type() + " was not answered with a decision");
    }

    private void record(Decision decision, CommandEnvelope envelope, ProcessingContext context) {
        if (decision.isWithoutEffect()) {
            return;
        }
        Map<String, String> metadata = new HashMap<>(envelope.forEvents());
        metadata.put(MetadataKeys.RESOURCE_ID, decision.resourceId());
        metadata.put(MetadataKeys.RESOURCE_VERSION, Long.toString(decision.version()));
        decision.told().forEach((name, value) -> metadata.put(MetadataKeys.TOLD + name, value));
        List<EventMessage> events = new ArrayList<>(decision.events().size());
        for (Object payload : decision.events()) {
            events.add(
                    new GenericEventMessage(
                            AppendIdentity.ofEvent(envelope.appendId(), events.size()),
                            types.resolveOrThrow(payload),
                            payload,
                            metadata,
                            envelope.time()));
        }
        EventAppender.forContext(context).append(events);
    }
}
