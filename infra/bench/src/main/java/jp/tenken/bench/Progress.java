package jp.tenken.bench;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * Says on the error stream what takes long, how fast it goes and when it will be done: every two
 * seconds while something is counted. For one thread.
 */
final class Progress {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final PrintStream err;
    private String what = "";
    private long total;
    private long begun;
    private long said;

    Progress(PrintStream err) {
        this.err = err;
    }

    /** Says what is being done now, when it is not counted. */
    void step(String format, Object... values) {
        err.println("... " + Figures.text(format, values));
    }

    /** Begins something that is counted. */
    void begin(String of, long upTo) {
        what = of;
        total = upTo;
        begun = System.nanoTime();
        said = begun;
    }

    /** So many are done; says so now and then. */
    void reached(long done) {
        long now = System.nanoTime();
        if (now - said >= PAUSE_NANOS) {
            said = now;
            double rate = Figures.perSecond(done, now - begun);
            err.println(
                    Figures.text(
                            "... %s: %,d of %,d, %,.0f/s, %.0f s to go",
                            what, done, total, rate, (total - done) / Math.max(1, rate)));
        }
    }
}
