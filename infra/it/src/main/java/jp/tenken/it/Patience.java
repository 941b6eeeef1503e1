package jp.tenken.it;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what must come about, without saying how fast. */
public final class Patience {

    private static final int POLL_MILLIS = 50;

    private Patience() {}

    /**
     * Waits until something is so.
     *
     * @param what that is, for the message
     * @return how long it took, in milliseconds
     * @throws IllegalStateException when it is not so within {@link TenkenProcess#PATIENCE}
     */
    public static long until(String what, BooleanSupplier so) {
        long begin = System.nanoTime();
        long deadline = begin + TenkenProcess.PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited in vain until " + what);
            }
            pause(POLL_MILLIS);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /** Lets time pass. */
    public static void pause(long millis) {
        try {
            var unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
