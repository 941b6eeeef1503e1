package jp.tenken.storage.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as bytes that SQLite compares as Java compares strings: by UTF-16 code unit. SQLite orders
 * blobs, and text in UTF-8, byte by byte, which puts supplementary characters behind U+E000 to
 * U+FFFF; Java puts them before. Writing each surrogate as three bytes of its own (CESU-8) gives
 * Java's order, keeps every string distinct (lone surrogates too) and lets a substring be found
 * byte by byte. For all other text this is plain UTF-8.
 */
final class OrderedText {

    private static final int THREE_BYTES = 0xE0;
    private static final int SURROGATE_LEAD = 0xED;
    private static final int FIRST_SURROGATE_TRAIL = 0xA0;

    private OrderedText() {}

    static byte[] encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return encodeUnits(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String decode(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == SURROGATE_LEAD
                    && (bytes[i + 1] & 0xFF) >= FIRST_SURROGATE_TRAIL) {
                return decodeUnits(bytes);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] encodeUnits(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                bytes[at++] = (byte) unit;
            } else if (unit < 0x800) {
                bytes[at++] = (byte) (0xC0 | (unit >> 6));
                bytes[at++] = (byte) (0x80 | (unit & 0x3F));
            } else {
                bytes[at++] = (byte) (THREE_BYTES | (unit >> 12));
                bytes[at++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
                bytes[at++] = (byte) (0x80 | (unit & 0x3F));
            }
        }
        return Arrays.copyOf(bytes, at);
    }

    private static String decodeUnits(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at] & 0xFF;
            if (first < 0x80) {
                text.append((char) first);
                at += 1;
            } else if (first < THREE_BYTES) {
                text.append((char) ((first & 0x1F) << 6 | trail(bytes, at + 1)));
                at += 2;
            } else {
                text.append(
                        (char)
                                ((first & 0x0F) << 12
                                        | trail(bytes, at + 1) << 6
                                        | trail(bytes, at + 2)));
                at += 3;
            }
        }
        return text.toString();
    }

    private static int trail(byte[] bytes, int at) {
        return bytes[at] & 0x3F;
    }
}
