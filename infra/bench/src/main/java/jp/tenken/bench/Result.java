package jp.tenken.bench;

import java.util.Locale;

/**
 * One measure against its bar.
 *
 * @param name of the measure
 * @param engine measured
 * @param ratio of Tenken's figure to the other one
 * @param bar to reach
 * @param most whether the bar is the most that is allowed; else it is the least
 * @param counts whether the figures say something about the engine; else they are for orientation
 *     only
 */
record Result(String name, String engine, double ratio, double bar, boolean most, boolean counts) {

    /**
     * Whether the bar is reached; never for a ratio that is no number, and never where the figures
     * are for orientation only.
     */
    boolean pass() {
        return counts && (most ? ratio <= bar : ratio >= bar);
    }

    /** The line that programs read. */
    String line() {
        return String.format(
                Locale.ROOT,
                "RESULT name=%s engine=%s ratio=%.3f bar=%.2f pass=%s",
                name,
                engine,
                ratio,
                bar,
                pass());
    }
}
