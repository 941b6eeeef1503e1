package jp.tenken.runtime.json;

import java.util.Arrays;
import jp.tenken.projections.RowCodec;
import org.jspecify.annotations.Nullable;

/**
 * A row's document, with where in it the parts of the row stand. The next version of the row has
 * most of its parts in common with this one, as the same objects: they are copied. Immutable, as
 * the parts are.
 *
 * @param document the JSON
 * @param parts records, lists and maps within the row, in the order in which they end
 * @param places where each begins and ends
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record RowDocument(byte[] document, Object[] parts, int[] places) implements RowCodec.Encoded {

    /** A row of more parts is written anew beyond them; looking for one must stay cheap. */
    private static final int MOST_PARTS = 64;

    private static final int FEW_BYTES = 1_024;

    /** A document being written. For one thread. */
    static final class Writing extends JsonBytes {

        private final @Nullable RowDocument before;
        private final Object[] parts = new Object[MOST_PARTS];
        private final int[] places = new int[2 * MOST_PARTS];
        private int count;
        private int next;

        Writing(@Nullable RowDocument before) {
            super(before == null ? FEW_BYTES : before.document.length + FEW_BYTES / 2);
            this.before = before;
        }

        /** Copies a part that the version before has too; false when it has not. */
        boolean copied(Object part) {
            int at = before == null ? -1 : before.find(part, next);
            if (before == null || at < 0) {
                return false;
            }
            int from = length();
            raw(before.document, before.places[2 * at], before.places[2 * at + 1]);
            next = at + 1;
            wrote(part, from);
            return true;
        }

        /** Notes that a part stands from there to here. */
        void wrote(Object part, int from) {
            if (count < MOST_PARTS) {
                parts[count] = part;
                places[2 * count] = from;
                places[2 * count + 1] = length();
                count++;
            }
        }

        RowDocument done() {
            return new RowDocument(
                    toBytes(), Arrays.copyOf(parts, count), Arrays.copyOf(places, 2 * count));
        }
    }

    /** Parts come in the same order again, so it mostly is the first one looked at. */
    @SuppressWarnings("ReferenceEquality") // the same object; an equal one may look different
    private int find(Object part, int from) {
        for (int i = from; i < parts.length; i++) {
            if (parts[i] == part) {
                return i;
            }
        }
        for (int i = Math.min(from, parts.length) - 1; i >= 0; i--) {
            if (parts[i] == part) {
                return i;
            }
        }
        return -1;
    }
}
