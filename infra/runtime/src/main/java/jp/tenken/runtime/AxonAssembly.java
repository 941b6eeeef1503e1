package jp.tenken.runtime;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import jp.tenken.eventstore.axon.AppendScope;
import jp.tenken.eventstore.axon.EventMessages;
import jp.tenken.eventstore.axon.TenkenEventStorageEngine;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.runtime.command.DecisionRecorder;
import jp.tenken.runtime.log.EventLog;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.common.configuration.ComponentRegistry;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.core.MessageTypeResolver;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;
import org.jspecify.annotations.Nullable;

/**
 * Axon, wired by hand: our engine and converter, our recorder around every command handler, and
 * nothing that calls home.
 */
public final class AxonAssembly {

    private AxonAssembly() {}

    /**
     * A started configuration with the slices registered.
     *
     * @param log what is appended to and sourced from
     * @param converter of every payload
     * @param upcasters for reading older events
     * @param slices registers entities and command handlers
     */
    public static AxonConfiguration start(
            EventLog log,
            Converter converter,
            Upcasters upcasters,
            UnaryOperator<EventSourcingConfigurer> slices) {
        return configure(log, converter, upcasters, TenkenEventStorageEngine::scopeOf, slices)
                .start();
    }

    /**
     * The same, not started: for fixtures that start it themselves.
     *
     * @param scopes finds the append scope of a unit of work
     */
    public static EventSourcingConfigurer configure(
            EventLog log,
            Converter converter,
            Upcasters upcasters,
            Function<@Nullable ProcessingContext, AppendScope> scopes,
            UnaryOperator<EventSourcingConfigurer> slices) {
        return slices.apply(
                EventSourcingConfigurer.create()
                        .componentRegistry(registry -> components(registry, converter))
                        .registerEventStorageEngine(
                                config ->
                                        new TenkenEventStorageEngine(
                                                log.log(),
                                                log.appender(),
                                                log.tail(),
                                                new EventMessages(
                                                        config.getComponent(EventConverter.class),
                                                        upcasters),
                                                scopes,
                                                log.executor(),
                                                log.chainTags()))
                        .registerTagResolver(config -> new RecordTags())
                        .messaging(
                                messaging ->
                                        messaging.registerCommandHandlerInterceptor(
                                                config ->
                                                        new DecisionRecorder(
                                                                config.getComponent(
                                                                        MessageTypeResolver
                                                                                .class)))));
    }

    private static void components(ComponentRegistry registry, Converter converter) {
        registry.registerComponent(Converter.class, config -> converter)
                .registerComponent(MessageTypeResolver.class, config -> new RememberedTypes())
                // The recorder stamps what events carry; Axon's two ids would stand beside it in
                // every event.
                .registerComponent(
                        CorrelationDataProviderRegistry.class,
                        config -> new DefaultCorrelationDataProviderRegistry())
                .disableEnhancer(UpdateCheckerConfigurationEnhancer.class);
    }
}
