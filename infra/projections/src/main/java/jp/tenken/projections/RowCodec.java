package jp.tenken.projections;

import org.jspecify.annotations.Nullable;

/**
 * Writes rows as documents and reads them again. {@code decode(encode(row))} equals {@code row}.
 * Safe for any number of threads.
 *
 * @param <R> the row
 */
public interface RowCodec<R> {

    /** The document of a row; a fresh array that the codec does not touch again. */
    byte[] encode(R row);

    /** The row of a document that {@link #encode} wrote; the array is not kept. */
    R decode(byte[] document);

    /** A document, with what its codec remembers of it for the sake of the next version. */
    interface Encoded {

        /** The document; nobody may write to it. */
        byte[] document();
    }

    /**
     * As {@link #encode(Object)}, byte for byte, by one who has the version before: parts that are
     * the same objects as there need not be written a second time.
     *
     * @param before what this codec made of the version before; null = not known
     */
    default Encoded encode(R row, @Nullable Encoded before) {
        byte[] document = encode(row);
        return () -> document;
    }
}
