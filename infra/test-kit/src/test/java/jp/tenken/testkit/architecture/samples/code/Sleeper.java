package jp.tenken.testkit.architecture.samples.code;

/** Sleeps. */
public final class Sleeper {

    /** For a while. */
    public void rest() throws InterruptedException {
        Thread.sleep(1);
    }
}
