package jp.tenken.projections;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one write to the store consists of.
 *
 * @param from position that the view must have
 * @param to position that it has afterwards
 * @param rows new versions, ascending per key
 * @param reached the last sequence of every tenant that the batch scanned
 * @param failure why the commit behind {@code to} could not be folded; null when there was no
 *     trouble
 */
record FoldedBatch(
        long from,
        long to,
        List<Row> rows,
        Map<String, Long> reached,
        @Nullable ViewStoppedException failure) {

    int events() {
        return Math.toIntExact(to - from);
    }
}
