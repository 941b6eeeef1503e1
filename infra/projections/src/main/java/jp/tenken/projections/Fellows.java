package jp.tenken.projections;

import java.util.concurrent.CompletableFuture;

/**
 * Counts the processes that keep the same views. Each takes the lowest seat that is free, and moves
 * down when a lower one becomes free; so the first free seat says how many there are.
 *
 * <p>A count may be wrong for a moment, while another process looks at a seat; it says how to share
 * fairly and nothing else. Not thread-safe; one count at a time.
 */
final class Fellows {

    /** More processes than this are not told apart: they share as if they were so many. */
    private static final int SEATS = 64;

    private static final int NONE = -1;

    private final SharedWork work;
    private final String group;
    private int seat = NONE;

    /**
     * Of a group.
     *
     * @param group what those share whom to count, the same name in all of them
     */
    Fellows(SharedWork work, String group) {
        this.work = work;
        this.group = group;
    }

    /** How many there are, this one included; at least 1. */
    CompletableFuture<Integer> count() {
        return from(0).thenApply(taken -> Math.max(1, taken));
    }

    /** The seat of this process among its fellows, from 0; 0 as well while it has none. */
    int seat() {
        return Math.max(0, seat);
    }

    private CompletableFuture<Integer> from(int place) {
        if (place == SEATS) {
            return CompletableFuture.completedFuture(SEATS);
        }
        return work.claims()
                .claim(name(place), work.owner(), work.lasting())
                .thenCompose(free -> looked(place, free));
    }

    private CompletableFuture<Integer> looked(int place, boolean free) {
        if (!free) {
            if (place == seat) {
                seat = NONE;
            }
            return from(place + 1);
        }
        if (place == seat) {
            return from(place + 1);
        }
        if (seat != NONE && seat < place) {
            return release(place).thenApply(left -> place);
        }
        int before = seat;
        seat = place;
        return (before == NONE ? CompletableFuture.<Void>completedFuture(null) : release(before))
                .thenCompose(moved -> from(place + 1));
    }

    /** Leaves. */
    CompletableFuture<Void> leave() {
        int mine = seat;
        seat = NONE;
        return mine == NONE ? CompletableFuture.completedFuture(null) : release(mine);
    }

    private CompletableFuture<Void> release(int place) {
        return work.claims().release(name(place), work.owner());
    }

    private String name(int place) {
        return "views/%s/seat-%d".formatted(group, place);
    }
}
