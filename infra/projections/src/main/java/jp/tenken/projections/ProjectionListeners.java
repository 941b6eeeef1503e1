package jp.tenken.projections;

import java.time.Duration;
import java.util.List;
import jp.tenken.eventstore.Commit;

/** Tells several listeners, in their order. */
final class ProjectionListeners implements ProjectionListener {

    private final List<ProjectionListener> listeners;

    ProjectionListeners(List<? extends ProjectionListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void begun(ViewName view, List<Commit> commits) {
        listeners.forEach(each -> each.begun(view, commits));
    }

    @Override
    public void written(ViewStatus status, int events, int rows, Duration took) {
        listeners.forEach(each -> each.written(status, events, rows, took));
    }

    @Override
    public void retrying(ViewName view, int attempt, Duration pause, Throwable failure) {
        listeners.forEach(each -> each.retrying(view, attempt, pause, failure));
    }

    @Override
    public void startedOver(ViewName view, String why) {
        listeners.forEach(each -> each.startedOver(view, why));
    }

    @Override
    public void stopped(ViewName view, ViewStoppedException alarm) {
        listeners.forEach(each -> each.stopped(view, alarm));
    }
}
