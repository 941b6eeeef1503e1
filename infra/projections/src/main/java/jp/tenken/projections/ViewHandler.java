package jp.tenken.projections;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one view answers one event type. Made by {@link ViewBuilder}; asked by the processor and by
 * tests.
 *
 * <p>Pure and safe for any number of threads, as far as the functions of the view are.
 *
 * @param <R> the view's row
 */
public final class ViewHandler<R> {

    /** What all kinds of handlers come down to. */
    @FunctionalInterface
    interface Fold<R, E> {
        @Nullable R apply(
                String key, @Nullable R row, E event, Envelope envelope, View.Beside<R> beside);
    }

    private final Class<?> eventType;
    private final boolean insert;
    private final View.Keys<Object> keys;
    private final Fold<R, Object> evolve;

    private ViewHandler(
            Class<?> eventType, boolean insert, View.Keys<Object> keys, Fold<R, Object> evolve) {
        this.eventType = eventType;
        this.insert = insert;
        this.keys = keys;
        this.evolve = evolve;
    }

    static <R, E> ViewHandler<R> of(
            Class<E> type, boolean insert, View.Keys<? super E> keys, Fold<R, ? super E> evolve) {
        return new ViewHandler<>(
                type,
                insert,
                (event, envelope) -> keys.of(type.cast(event), envelope),
                (key, row, event, envelope, beside) ->
                        evolve.apply(key, row, type.cast(event), envelope, beside));
    }

    /** The record that stands for the event today. */
    public Class<?> eventType() {
        return eventType;
    }

    /**
     * Whether the rows of the event are new by nature, so that nobody needs to look for an earlier
     * version.
     */
    public boolean insert() {
        return insert;
    }

    /**
     * Keys of the rows that the event touches, distinct, in the order in which they evolve; may be
     * empty.
     */
    public Collection<String> keys(Object event, Envelope envelope) {
        Collection<String> touched = keys.of(event, envelope);
        return touched.size() < 2 ? touched : List.copyOf(new LinkedHashSet<>(touched));
    }

    /**
     * The row after the event.
     *
     * @param row before it; null when there is none, always null for an {@link #insert()}
     * @param beside other rows that the event's commit touches
     * @return null when there is no row afterwards
     */
    public @Nullable R evolve(
            String key, @Nullable R row, Object event, Envelope envelope, View.Beside<R> beside) {
        return evolve.apply(key, row, event, envelope, beside);
    }
}
