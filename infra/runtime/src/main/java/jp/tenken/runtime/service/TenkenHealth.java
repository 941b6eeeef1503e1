package jp.tenken.runtime.service;

import java.util.List;
import jp.tenken.projections.ViewState;
import jp.tenken.projections.ViewStatus;
import jp.tenken.runtime.TenkenRuntime;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/**
 * Up when the log answers and every view is at work, here or in another process; out of service
 * while the service does not have everything yet, so that whoever waits for health finds it there.
 */
final class TenkenHealth extends AbstractReactiveHealthIndicator {

    private final TenkenRuntime runtime;
    private final Unready unready;

    TenkenHealth(TenkenRuntime runtime, Unready unready) {
        this.runtime = runtime;
        this.unready = unready;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return Mono.fromFuture(() -> runtime.log().durableHead())
                .map(head -> health(builder, head));
    }

    private Health health(Health.Builder builder, long head) {
        List<ViewStatus> views = runtime.projections().statuses();
        long lag = views.stream().mapToLong(ViewStatus::lag).max().orElse(0);
        builder.withDetail("storage", runtime.storage().engine())
                .withDetail("events", head)
                .withDetail("eventsBehind", lag);
        if (views.stream().anyMatch(view -> view.state() == ViewState.FAILED)) {
            return builder.down().build();
        }
        return unready.unready() ? builder.outOfService().build() : builder.up().build();
    }
}
