package jp.tenken.projections;

import org.jspecify.annotations.Nullable;

/**
 * What stands under a key at the end of what has been folded.
 *
 * @param row null when there is no row
 * @param weight bytes of its document
 * @param version as this run gave it to the store; null when it came from there, or there is none
 * @param encoded its document as the codec made it; null where {@code version} is
 */
record Standing<R>(
        @Nullable R row, int weight, @Nullable Row version, RowCodec.@Nullable Encoded encoded) {

    static <R> Standing<R> absent() {
        return new Standing<>(null, 0, null, null);
    }

    /** As the store has it. */
    static <R> Standing<R> stored(R row, int weight) {
        return new Standing<>(row, weight, null, null);
    }
}
