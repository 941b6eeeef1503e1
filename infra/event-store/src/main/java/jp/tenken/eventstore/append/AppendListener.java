package jp.tenken.eventstore.append;

import java.util.List;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;

/**
 * Hears what an {@link Appender} does: metrics, traces and alarms. Called on the threads that do
 * the work, so it must be quick and must not block; what it throws is logged and otherwise ignored.
 *
 * <p>There is one write under way at most: what follows {@link #writing} is about that write, until
 * the next {@link #writing}. {@link #failed} may come at any time from any thread.
 */
public interface AppendListener {

    /** Hears nothing. */
    AppendListener NONE = new AppendListener() {};

    /** One that tells several, in their order. */
    static AppendListener all(List<? extends AppendListener> listeners) {
        return listeners.size() == 1 ? listeners.getFirst() : new AppendListeners(listeners);
    }

    /** A batch goes to the log. */
    default void writing(List<Commit> batch) {}

    /** The batch was acknowledged and is durable. */
    default void written(List<Commit> batch) {}

    /** The log refused the batch for certain; nothing of it stands. */
    default void refused(List<Commit> batch, CommitLogException refusal) {}

    /**
     * There was no clear acknowledgement. It is being found out what stands; nothing else is
     * written meanwhile.
     *
     * @param raced whether another writer was faster; else the answer was lost
     */
    default void unclear(List<Commit> batch, boolean raced) {}

    /**
     * It is known what stands behind an unclear write.
     *
     * @param standing every commit found behind the last known head, whoever wrote it
     */
    default void resolved(List<Commit> standing) {}

    /**
     * A caller was answered with a failure: {@link AppendConflictException}, {@link
     * AppendRefusedException}, {@link AppendOutcomeUnknownException}, {@link CommitLogException} or
     * a defect.
     */
    default void failed(Throwable failure) {}
}
