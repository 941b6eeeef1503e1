package jp.tenken.testkit.architecture.samples.good;

import java.time.Instant;

/** Gets the time as a value. */
final class ThingHandler {

    static boolean isLate(Instant now, Instant due) {
        return now.isAfter(due);
    }
}
