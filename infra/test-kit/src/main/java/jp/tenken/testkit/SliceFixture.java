package jp.tenken.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import jp.tenken.edge.Actor;
import jp.tenken.edge.CommandContext;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.axon.AppendScope;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.upcast.Upcasters;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.TenantId;
import jp.tenken.runtime.AxonAssembly;
import jp.tenken.runtime.command.CommandEnvelope;
import jp.tenken.runtime.json.PayloadConverter;
import jp.tenken.runtime.json.PayloadJson;
import jp.tenken.runtime.log.EventLog;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.test.fixture.AxonTestFixture;
import org.jspecify.annotations.Nullable;

/**
 * Specifies a slice as events, command and outcome, over the engine adapter, the converter and the
 * recorder that production runs, on the reference log. So a spec also shows that the slice is
 * wired, that its criteria find what its state needs and that its events survive JSON.
 *
 * <pre>{@code
 * AxonTestFixture slice = SliceFixture.of(DecideItemConfiguration::configure);
 * slice.given().events(registered, opened).when().command(decide).then().success().events(decided);
 * }</pre>
 */
public final class SliceFixture {

    /** The tenant in which specs play. */
    public static final TenantId TENANT = TenantId.of("spec");

    /** The instant at which everything in a spec happens. */
    public static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    private SliceFixture() {}

    /** A fixture with an empty log and one slice, or several. */
    public static AxonTestFixture of(UnaryOperator<EventSourcingConfigurer> slices) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        EventLog log;
        try {
            log =
                    EventLog.open(new InMemoryCommitLog(), Set.of(Tags.CONTRACT), clock)
                            .get(30, TimeUnit.SECONDS);
        } catch (Exception unopened) {
            throw new IllegalStateException("the reference log did not open", unopened);
        }
        return AxonTestFixture.with(
                AxonAssembly.configure(
                                log,
                                new PayloadConverter(new PayloadJson()),
                                Upcasters.NONE,
                                SliceFixture::scope,
                                slices)
                        .messaging(
                                messaging ->
                                        messaging.registerCommandDispatchInterceptor(
                                                config ->
                                                        (command, context, chain) ->
                                                                chain.proceed(
                                                                        command.andMetadata(
                                                                                metadata()),
                                                                        context))));
    }

    /** Given events are appended outside a command, and belong to the spec's tenant. */
    private static AppendScope scope(@Nullable ProcessingContext context) {
        AppendScope scope = context == null ? null : context.getResource(AppendScope.KEY);
        return scope == null ? AppendScope.of(TENANT.value()) : scope;
    }

    private static Map<String, String> metadata() {
        return CommandEnvelope.metadata(
                new CommandContext(
                        TENANT,
                        new Actor("tanaka", Role.DEPARTMENT_STAFF, DepartmentCode.of("0101"), null),
                        "SPEC",
                        null,
                        "",
                        "spec"),
                UUID.randomUUID(),
                AppendRequest.FRESH_ID,
                NOW);
    }
}
