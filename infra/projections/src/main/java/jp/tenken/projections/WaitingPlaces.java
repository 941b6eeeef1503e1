package jp.tenken.projections;

import java.util.concurrent.atomic.AtomicInteger;

/** How many readers may wait at once, over all views. Safe for any number of threads. */
final class WaitingPlaces {

    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    WaitingPlaces(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    int taken() {
        return taken.get();
    }

    /** Whether there was one left; who got it gives it back. */
    boolean take() {
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return false;
        }
        return true;
    }

    void giveBack() {
        taken.decrementAndGet();
    }
}
