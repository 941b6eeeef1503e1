package jp.tenken.testkit.architecture.samples.code;

import java.time.Instant;

/** Asks what time it is. */
public final class AsksTheTime {

    /** Another one at each call. */
    public Instant when() {
        return Instant.now();
    }
}
