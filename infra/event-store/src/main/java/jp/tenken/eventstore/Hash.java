package jp.tenken.eventstore;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 value: exactly 32 bytes, immutable, compared by content.
 *
 * <p>Thread-safe.
 */
public final class Hash {

    /** Length of every hash in bytes. */
    public static final int LENGTH = 32;

    /**
     * What stands where there is no previous commit: 32 zero bytes (commit format v1, "genesis").
     */
    public static final Hash NONE = new Hash(new byte[LENGTH]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies 32 bytes into a hash.
     *
     * @param bytes exactly {@value #LENGTH} bytes
     * @throws IllegalArgumentException when the length differs
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * Copies 32 bytes out of an array into a hash.
     *
     * @param offset of the first of them
     * @throws IndexOutOfBoundsException when there are fewer
     */
    public static Hash at(byte[] bytes, int offset) {
        byte[] own = new byte[LENGTH];
        System.arraycopy(bytes, offset, own, 0, LENGTH);
        return new Hash(own);
    }

    /**
     * Reads 64 hexadecimal digits, either case.
     *
     * @throws IllegalArgumentException when the text is not 64 hexadecimal digits
     */
    public static Hash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
