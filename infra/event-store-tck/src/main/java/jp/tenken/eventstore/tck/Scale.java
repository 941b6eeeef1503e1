package jp.tenken.eventstore.tck;

import java.util.Random;

/**
 * How much the long tests do. Counts are chosen so that a normal run ends soon; {@code
 * -Dtenken.tck.scale=10} makes each of them ten times as long, {@code -Dtenken.tck.seed=n} repeats
 * a model check.
 */
public final class Scale {

    private static final double FACTOR =
            Double.parseDouble(System.getProperty("tenken.tck.scale", "1"));

    private Scale() {}

    /** The count times the scale, at least 1. */
    public static int of(int count) {
        return (int) Math.max(1, Math.round(count * FACTOR));
    }

    /**
     * A seed: the given one for a repetition, else a new one. The caller names it when a check
     * fails.
     */
    public static long seed() {
        Long given = Long.getLong("tenken.tck.seed");
        return given != null ? given : new Random().nextLong();
    }
}
