package jp.tenken.eventstore.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Collects the big-endian, length-prefixed fields of format v1. Grows as needed; for one thread.
 */
final class ByteSink {

    /** Length prefix of an absent text; a text is at most {@link Integer#MAX_VALUE} bytes. */
    static final int ABSENT = -1;

    private byte[] bytes;
    private int length;

    ByteSink(int expected) {
        bytes = new byte[Math.max(64, expected)];
    }

    ByteSink u8(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    ByteSink i32(int value) {
        room(4);
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    ByteSink i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    ByteSink uuid(UUID value) {
        return i64(value.getMostSignificantBits()).i64(value.getLeastSignificantBits());
    }

    /** The bytes alone, without a length. */
    ByteSink raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    ByteSink sized(byte[] value) {
        return i32(value.length).raw(value);
    }

    ByteSink text(String value) {
        return sized(value.getBytes(StandardCharsets.UTF_8));
    }

    ByteSink optionalText(@Nullable String value) {
        return value == null ? i32(ABSENT) : text(value);
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
