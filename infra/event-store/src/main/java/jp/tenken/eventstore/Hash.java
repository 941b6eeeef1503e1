package jp.tenken.eventstore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
    public static final Hash NONE = new Hash(0, 0, 0, 0);

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    // Four numbers instead of an array: a replay reads four hashes with every commit.
    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    private Hash(long first, long second, long third, long fourth) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
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
        return at(bytes, 0);
    }

    /**
     * Copies 32 bytes out of an array into a hash.
     *
     * @param offset of the first of them
     * @throws IndexOutOfBoundsException when there are fewer
     */
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(
                (long) LONGS.get(bytes, offset),
                (long) LONGS.get(bytes, offset + Long.BYTES),
                (long) LONGS.get(bytes, offset + 2 * Long.BYTES),
                (long) LONGS.get(bytes, offset + 3 * Long.BYTES));
    }

    /**
     * Reads 64 hexadecimal digits, either case.
     *
     * @throws IllegalArgumentException when the text is not 64 hexadecimal digits
     */
    public static Hash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** The 32 bytes, in an array of the caller's own. */
    public byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        LONGS.set(bytes, 0, first);
        LONGS.set(bytes, Long.BYTES, second);
        LONGS.set(bytes, 2 * Long.BYTES, third);
        LONGS.set(bytes, 3 * Long.BYTES, fourth);
        return bytes;
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that
                && first == that.first
                && second == that.second
                && third == that.third
                && fourth == that.fourth;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    @Override
    public String toString() {
        return hex();
    }
}
