package jp.tenken.projections;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import jp.tenken.eventstore.Commit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what happens to a view in the log and to its listener; a listener that throws does no harm.
 * Rare news go out on the executor, because they are told while the processor holds its lock.
 */
final class GuardedListener {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProcessor.class);

    private final ViewName view;
    private final ProjectionListener listener;
    private final Executor executor;

    GuardedListener(ViewName view, ProjectionListener listener, Executor executor) {
        this.view = view;
        this.listener = listener;
        this.executor = executor;
    }

    void begun(List<Commit> commits) {
        tell(() -> listener.begun(view, commits));
    }

    void written(ViewStatus status, int events, int rows, long nanos) {
        tell(() -> listener.written(status, events, rows, Duration.ofNanos(nanos)));
    }

    void retrying(int attempt, Duration pause, Throwable failure) {
        LOG.warn("View {} tries again in {}, attempt {}", view, pause, attempt, failure);
        executor.execute(() -> tell(() -> listener.retrying(view, attempt, pause, failure)));
    }

    void startedOver(String why) {
        LOG.warn("View {} is built anew from the beginning of the log: {}", view, why);
        executor.execute(() -> tell(() -> listener.startedOver(view, why)));
    }

    void claimed(boolean owned) {
        LOG.info("View {} is {}", view, owned ? "kept here" : "left to other processes");
        executor.execute(() -> tell(() -> listener.claimed(view, owned)));
    }

    void stopped(ViewStoppedException alarm) {
        LOG.error("View {} has stopped and needs a person; the other views go on", view, alarm);
        executor.execute(() -> tell(() -> listener.stopped(view, alarm)));
    }

    private void tell(Runnable call) {
        try {
            call.run();
        } catch (Throwable failure) {
            LOG.warn("The listener of view {} failed", view, failure);
        }
    }
}
