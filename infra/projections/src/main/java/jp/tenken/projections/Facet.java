package jp.tenken.projections;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What lists need of a row: computed from a part of it, and only when that part is another object
 * than in the version before. Pure, as far as the view's functions are.
 *
 * @param part of the row; the row itself where the view names none
 * @param value of the part
 */
record Facet<R, V>(Function<R, ?> part, Function<Object, V> value) {

    static <R, V> Facet<R, V> of(Function<R, V> value) {
        return of(Function.identity(), value);
    }

    @SuppressWarnings("unchecked") // what the part function gives is what the value function takes
    static <R, P, V> Facet<R, V> of(Function<R, P> part, Function<P, V> value) {
        return new Facet<>(part, given -> value.apply((P) given));
    }

    /**
     * The value of a row.
     *
     * @param before the version before; null = not known
     * @param known its value; given back whenever the row's is equal
     */
    @SuppressWarnings("ReferenceEquality") // whether parts are equal may cost more than the value
    V of(R row, @Nullable R before, V known) {
        Object given = part.apply(row);
        if (before != null && part.apply(before) == given) {
            return known;
        }
        V fresh = value.apply(given);
        return before != null && fresh.equals(known) ? known : fresh;
    }
}
