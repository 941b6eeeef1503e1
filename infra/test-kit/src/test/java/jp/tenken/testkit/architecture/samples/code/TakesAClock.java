package jp.tenken.testkit.architecture.samples.code;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** Is given a clock. */
public final class TakesAClock {

    /** What the clock says. */
    public Instant when(Clock clock) {
        return Instant.now(clock);
    }

    /** What the clock says. */
    public LocalDate day(Clock clock) {
        return LocalDate.now(clock);
    }
}
