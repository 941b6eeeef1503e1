package jp.tenken.projections;

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
}
