package jp.tenken.runtime.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.http.InFlightLimit;
import jp.tenken.edge.watch.RequestListener;
import jp.tenken.eventstore.append.AppendListener;
import jp.tenken.projections.ClaimListener;
import jp.tenken.projections.ProjectionListener;
import jp.tenken.runtime.Observers;
import jp.tenken.runtime.TenkenRuntime;
import jp.tenken.runtime.metrics.ClaimMeters;
import jp.tenken.runtime.metrics.CommandMeters;
import jp.tenken.runtime.metrics.LogMeters;
import jp.tenken.runtime.metrics.RequestMeters;
import jp.tenken.runtime.metrics.RuntimeMeters;
import jp.tenken.runtime.metrics.ViewMeters;
import jp.tenken.runtime.traces.TracedAppends;
import jp.tenken.runtime.traces.TracedDispatcher;
import jp.tenken.runtime.traces.TracedViews;
import jp.tenken.runtime.traces.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What an operator sees of a process. Whoever imports it has a {@link TenkenRuntime} as a bean,
 * started with the {@link Observers} from here, and may have {@link ProjectionListener}s of its own
 * as beans, which hear of the views, too.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TraceSettings.class)
public class ObservabilityConfiguration {

    /**
     * Spring's own observations are off: they would observe every filter of every request, which
     * costs more than the filters, and name requests by what the framework knows of them.
     */
    @Bean
    ObservationRegistry observationRegistry() {
        return ObservationRegistry.NOOP;
    }

    /** On only where somebody has said where to. */
    @Bean(destroyMethod = "close")
    Traces traces(TraceSettings settings) {
        String endpoint = settings.endpoint();
        return endpoint == null || endpoint.isBlank()
                ? Traces.off()
                : Traces.to(endpoint, settings.service(), settings.ratio());
    }

    /** Of log and appends. */
    @Bean
    LogMeters logMeters(MeterRegistry registry) {
        return new LogMeters(registry, System::nanoTime);
    }

    /** Of the views. */
    @Bean
    ViewMeters viewMeters(MeterRegistry registry, LogMeters log) {
        return new ViewMeters(registry, log);
    }

    /** Of requests. */
    @Bean
    RequestMeters requestMeters(MeterRegistry registry) {
        return new RequestMeters(registry);
    }

    /** Of work that changes hands; whoever claims work tells it. */
    @Bean
    ClaimListener claimMeters(MeterRegistry registry) {
        return new ClaimMeters(registry);
    }

    /** The edge tells it of every request. */
    @Bean
    RequestListener requestListener(RequestMeters meters, Traces traces) {
        return new ObservedRequests(meters, traces, System::nanoTime);
    }

    /** Who hears what the runtime does. */
    @Bean
    Observers observers(
            MeterRegistry registry,
            LogMeters log,
            Traces traces,
            ObjectProvider<ProjectionListener> views) {
        List<ProjectionListener> listeners = new ArrayList<>(views.orderedStream().toList());
        List<AppendListener> appends = new ArrayList<>(List.of(log));
        if (traces.on()) {
            listeners.add(new TracedViews(traces));
            appends.add(new TracedAppends(traces));
        }
        return new Observers(
                AppendListener.all(appends),
                log::hole,
                ProjectionListener.all(listeners),
                new CommandMeters(registry),
                commands -> traced(traces, commands));
    }

    private static CommandDispatcher traced(Traces traces, CommandDispatcher commands) {
        return traces.on() ? new TracedDispatcher(traces, commands) : commands;
    }

    /** What can be read of the runtime, once it stands. */
    @Bean
    MeterBinder runtimeMeters(TenkenRuntime runtime, LogMeters log, ViewMeters views) {
        return registry -> {
            log.bind(runtime.log());
            views.bind(runtime.projections());
            RuntimeMeters.bind(registry, runtime);
        };
    }

    /** What can be read of the edge. */
    @Bean
    MeterBinder edgeMeters(InFlightLimit limit, RequestMeters requests) {
        return registry -> requests.bind(limit);
    }
}
