package jp.tenken.eventstore.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import jp.tenken.eventstore.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ByteSink} wrote. Every length is checked against what is left, so damaged bytes
 * end in a {@link CommitFormatException} and never in a huge allocation. For one thread.
 */
final class ByteSource {

    private static final int ASCII = 0x7f;

    private final byte[] bytes;
    private final int end;
    private int at;

    ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteSource(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Another reader of the same bytes that begins where this one is. */
    ByteSource mark() {
        return new ByteSource(bytes, at, end);
    }

    void skip(int length) {
        need(length);
        at += length;
    }

    /** Passes a text by, or the absence of one. */
    void skipText() {
        int length = i32();
        if (length != ByteSink.ABSENT) {
            skip(length);
        }
    }

    int u8() {
        need(1);
        return bytes[at++] & 0xff;
    }

    int i32() {
        need(4);
        int value =
                (bytes[at] & 0xff) << 24
                        | (bytes[at + 1] & 0xff) << 16
                        | (bytes[at + 2] & 0xff) << 8
                        | (bytes[at + 3] & 0xff);
        at += 4;
        return value;
    }

    long i64() {
        long high = i32();
        return high << 32 | (i32() & 0xffff_ffffL);
    }

    UUID uuid() {
        return new UUID(i64(), i64());
    }

    byte[] raw(int length) {
        need(length);
        byte[] value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    Hash hash() {
        need(Hash.LENGTH);
        Hash value = Hash.at(bytes, at);
        at += Hash.LENGTH;
        return value;
    }

    byte[] sized() {
        return raw(i32());
    }

    /** What {@link #sized} would give, to be read where it is instead of being copied first. */
    ByteSource sizedSource() {
        int length = i32();
        need(length);
        ByteSource part = new ByteSource(bytes, at, at + length);
        at += length;
        return part;
    }

    String text() {
        String value = optionalText();
        if (value == null) {
            throw new CommitFormatException("a text is missing at byte " + at);
        }
        return value;
    }

    @Nullable String optionalText() {
        int length = i32();
        if (length == ByteSink.ABSENT) {
            return null;
        }
        need(length);
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    /** Passes a text by that must be there. */
    void requireText() {
        int length = i32();
        if (length == ByteSink.ABSENT) {
            throw new CommitFormatException("a text is missing at byte " + at);
        }
        skip(length);
    }

    /** Reads a text, and says whether it is that one. No text is made for it as a rule. */
    boolean isNextText(String expected) {
        int length = i32();
        if (length == ByteSink.ABSENT) {
            return false;
        }
        int from = at;
        skip(length);
        for (int i = 0; i < expected.length(); i++) {
            char wanted = expected.charAt(i);
            if (wanted > ASCII) {
                return new String(bytes, from, length, StandardCharsets.UTF_8).equals(expected);
            }
            if (i == length || bytes[from + i] != wanted) {
                return false;
            }
        }
        return length == expected.length();
    }

    /** A number of things to come, each at least {@code smallest} bytes long. */
    int count(int smallest) {
        int count = i32();
        if (count < 0 || count > (end - at) / smallest) {
            throw new CommitFormatException("impossible count " + count + " at byte " + at);
        }
        return count;
    }

    boolean exhausted() {
        return at == end;
    }

    private void need(int length) {
        if (length < 0 || length > end - at) {
            throw new CommitFormatException(
                    "%d bytes wanted at byte %d of %d".formatted(length, at, end));
        }
    }
}
