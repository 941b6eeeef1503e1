package jp.tenken.projections;

import org.jspecify.annotations.Nullable;

/**
 * What stands under a key at the end of what has been folded.
 *
 * @param row null when there is no row
 * @param weight bytes of its document
 */
record Standing<R>(@Nullable R row, int weight) {

    static <R> Standing<R> absent() {
        return new Standing<>(null, 0);
    }
}
