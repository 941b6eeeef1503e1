package jp.tenken.eventstore.append;

import java.util.List;
import jp.tenken.eventstore.Commit;

/**
 * An appender as {@link Rivals} sees it. Called with the {@link Turn}, while nothing is written.
 */
interface ContendingWriter {

    /** Position of the last event that it knows to stand. */
    long head();

    /** Takes back what is built and not written, and looks up what it will need then. */
    void prepare();

    /** Takes note of what stands behind {@link #head()}, whoever wrote it; nothing is built. */
    void observe(List<Commit> standing);

    /** Goes on, if there is anything to do. */
    void lead();
}
