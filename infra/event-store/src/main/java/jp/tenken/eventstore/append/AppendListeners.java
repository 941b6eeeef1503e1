package jp.tenken.eventstore.append;

import java.util.List;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;

/** Tells several listeners, in their order. */
final class AppendListeners implements AppendListener {

    private final List<AppendListener> listeners;

    AppendListeners(List<? extends AppendListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void writing(List<Commit> batch) {
        listeners.forEach(each -> each.writing(batch));
    }

    @Override
    public void written(List<Commit> batch) {
        listeners.forEach(each -> each.written(batch));
    }

    @Override
    public void refused(List<Commit> batch, CommitLogException refusal) {
        listeners.forEach(each -> each.refused(batch, refusal));
    }

    @Override
    public void unclear(List<Commit> batch, boolean raced) {
        listeners.forEach(each -> each.unclear(batch, raced));
    }

    @Override
    public void resolved(List<Commit> standing) {
        listeners.forEach(each -> each.resolved(standing));
    }

    @Override
    public void failed(Throwable failure) {
        listeners.forEach(each -> each.failed(failure));
    }
}
