package jp.tenken.testkit.architecture.samples.code;

import java.time.Clock;

/** Takes the machine's clock where it likes. */
public final class AsksTheMachine {

    /** No test can set it. */
    public Clock clock() {
        return Clock.systemUTC();
    }
}
