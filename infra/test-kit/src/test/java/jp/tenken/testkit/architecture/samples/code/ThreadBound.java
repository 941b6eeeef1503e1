package jp.tenken.testkit.architecture.samples.code;

/** Keeps something at the thread. */
public final class ThreadBound {

    /** Who is served. */
    public static final ThreadLocal<String> CALLER = ThreadLocal.withInitial(() -> "");

    private ThreadBound() {}
}
