package jp.tenken.runtime.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.tenken.edge.Actor;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.Receipt;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.TenantId;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewState;
import jp.tenken.projections.ViewStatus;
import jp.tenken.runtime.ScriptedDispatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Spans that belong together by what travels with requests, commands and events. */
class TracesTest {

    private static final String CLIENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final ViewName VIEW = new ViewName("sheets", 1);

    private final Exported exported = new Exported();
    private final Traces traces = Traces.through(SimpleSpanProcessor.create(exported), "test", 1.0);
    private final CommitFixtures fixtures = new CommitFixtures();

    @Test
    void requestCommandWriteAndViewAreOneTrace() {
        RequestSpan request = RequestSpan.begun(traces, "PUT", CLIENT);
        List<CommandContext> seen = new ArrayList<>();
        TracedDispatcher dispatcher =
                new TracedDispatcher(
                        traces,
                        new ScriptedDispatcher(
                                (command, context) -> {
                                    seen.add(context);
                                    return Mono.just(new Receipt("r", 1, 7, true, false));
                                }));
        assertThat(
                        dispatcher
                                .dispatch("a command", context(request.traceparent()))
                                .blockOptional(Duration.ofSeconds(30)))
                .isPresent();
        request.ended("PUT /x/{id}", 200, null);
        Commit commit = commit(seen.getFirst().traceparent());
        TracedAppends appends = new TracedAppends(traces);
        appends.writing(List.of(commit));
        appends.written(List.of(commit));
        TracedViews views = new TracedViews(traces);
        views.begun(VIEW, List.of(commit));
        views.written(status(commit), 1, 1, Duration.ofMillis(1));

        assertThat(exported.names())
                .containsExactly("String", "PUT /x/{id}", "append", "project sheets_v1");
        assertThat(exported.spans).extracting(SpanData::getTraceId).containsOnly(TRACE);
        assertThat(exported.spans.get(2).getParentSpanId())
                .as("a write belongs to its command")
                .isEqualTo(exported.spans.get(0).getSpanId());
    }

    @Test
    void aBatchOfSeveralTracesBelongsToTheFirstAndLinksToTheOthers() {
        List<Commit> batch =
                List.of(
                        commit(null),
                        commit(CLIENT),
                        commit(CLIENT.replace("0af7", "0af8")),
                        commit(CLIENT.replace("-01", "-00").replace("0af7", "0af9")));
        TracedAppends appends = new TracedAppends(traces);

        appends.writing(batch);
        appends.refused(batch, new CommitLogException("full"));

        assertThat(exported.spans).hasSize(1);
        SpanData span = exported.spans.getFirst();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactly(TRACE.replace("0af7", "0af8"));
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aBatchOfNoTraceMakesNoSpan() {
        TracedViews views = new TracedViews(traces);
        Commit commit = commit(null);

        views.begun(VIEW, List.of(commit));
        views.written(status(commit), 1, 1, Duration.ofMillis(1));

        assertThat(exported.spans).isEmpty();
    }

    @Test
    void aBatchThatFailsEndsItsSpan() {
        TracedViews views = new TracedViews(traces);
        views.begun(VIEW, List.of(commit(CLIENT)));

        views.retrying(VIEW, 1, Duration.ofMillis(1), new IllegalStateException("no"));

        assertThat(exported.spans)
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.ERROR);
    }

    @Test
    void whereNothingIsRecordedAClientsTraceGoesOnAsItCame() {
        Traces none = Traces.through(SimpleSpanProcessor.create(exported), "test", 0.0);

        RequestSpan request = RequestSpan.begun(none, "PUT", CLIENT);
        request.ended("PUT /x/{id}", 200, null);

        assertThat(request.traceparent()).isEqualTo(CLIENT);
        assertThat(RequestSpan.begun(none, "PUT", null).traceparent()).isNull();
        assertThat(exported.spans).isEmpty();
    }

    @Test
    void whereTracesAreOffNothingIsMade() {
        try (Traces off = Traces.off()) {
            assertThat(off.on()).isFalse();
            assertThat(RequestSpan.begun(off, "PUT", null).traceparent()).isNull();
        }
    }

    @Test
    void whatAFailureSaysIsInNoSpan() {
        TracedDispatcher dispatcher =
                new TracedDispatcher(
                        traces,
                        new ScriptedDispatcher(
                                (command, context) ->
                                        Mono.error(new IllegalStateException("田中 wrote this"))));

        assertThat(
                        dispatcher
                                .dispatch("a command", context(CLIENT))
                                .onErrorComplete()
                                .blockOptional(Duration.ofSeconds(30)))
                .isEmpty();

        assertThat(exported.spans).hasSize(1);
        assertThat(exported.spans.getFirst().toString())
                .contains("IllegalStateException")
                .doesNotContain("田中");
    }

    private static CommandContext context(@Nullable String traceparent) {
        return new CommandContext(
                TenantId.derivedFrom(MunicipalityCode.of("131041")),
                new Actor("staff", Role.DEPARTMENT_STAFF, null, "田中"),
                "PUT /x/{id}",
                null,
                "digest",
                "correlation",
                traceparent,
                null);
    }

    private Commit commit(@Nullable String traceparent) {
        Map<String, @Nullable String> metadata =
                traceparent == null ? Map.of() : Map.of(MetadataKeys.TRACEPARENT, traceparent);
        return fixtures.commit(
                "t",
                new StoredEvent(
                        UUID.randomUUID().toString(),
                        "A",
                        "1",
                        Instant.EPOCH,
                        List.of(),
                        metadata,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        new byte[StoredEvent.SALT_LENGTH]));
    }

    private static ViewStatus status(Commit commit) {
        long position = commit.header().lastPosition();
        return new ViewStatus(VIEW, ViewState.LIVE, position, position, 0, null);
    }

    /** Keeps spans instead of sending them. */
    private static final class Exported implements SpanExporter {

        private final List<SpanData> spans = new CopyOnWriteArrayList<>();

        List<String> names() {
            return spans.stream().map(span -> Objects.requireNonNull(span.getName())).toList();
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> ended) {
            spans.addAll(ended);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
