package jp.tenken.eventstore.append;

import java.util.List;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a listener that throws from doing harm to an append. */
final class GuardedAppendListener implements AppendListener {

    private static final Logger logger = LoggerFactory.getLogger(GuardedAppendListener.class);

    private final AppendListener listener;

    GuardedAppendListener(AppendListener listener) {
        this.listener = listener;
    }

    @Override
    public void writing(List<Commit> batch) {
        tell(() -> listener.writing(batch));
    }

    @Override
    public void written(List<Commit> batch) {
        tell(() -> listener.written(batch));
    }

    @Override
    public void refused(List<Commit> batch, CommitLogException refusal) {
        tell(() -> listener.refused(batch, refusal));
    }

    @Override
    public void unclear(List<Commit> batch, boolean raced) {
        tell(() -> listener.unclear(batch, raced));
    }

    @Override
    public void resolved(List<Commit> standing) {
        tell(() -> listener.resolved(standing));
    }

    @Override
    public void failed(Throwable failure) {
        tell(() -> listener.failed(Futures.root(failure)));
    }

    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error failure) {
            logger.warn("The listener of the appender failed", failure);
        }
    }
}
