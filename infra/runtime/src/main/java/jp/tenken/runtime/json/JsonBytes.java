package jp.tenken.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** JSON being written as UTF-8, as the mapper would write it. For one thread. */
class JsonBytes {

    private static final int LONGEST_UNIT = 3;

    private byte[] bytes;
    private int length;

    JsonBytes(int expected) {
        bytes = new byte[expected];
    }

    /** Bytes written so far. */
    int length() {
        return length;
    }

    /** What was written, in an array of its own. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** One of the signs of JSON. */
    void sign(char sign) {
        room(1);
        bytes[length++] = (byte) sign;
    }

    /** Takes the last sign back if it is this one, for lists that were ended by a comma. */
    void drop(char sign) {
        if (bytes[length - 1] == sign) {
            length--;
        }
    }

    /** What is JSON already. */
    void raw(byte[] json) {
        raw(json, 0, json.length);
    }

    /** A stretch of what is JSON already. */
    void raw(byte[] json, int from, int to) {
        room(to - from);
        System.arraycopy(json, from, bytes, length, to - from);
        length += to - from;
    }

    /** A number or a word of JSON. */
    void ascii(String word) {
        raw(word.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * A text in quotes.
     *
     * @param mapper writes what has to be escaped, which is rare
     */
    void text(String text, JsonMapper mapper) {
        room(2 + text.length() * LONGEST_UNIT);
        int at = length;
        bytes[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                if (unit < ' ' || unit == '"' || unit == '\\' || unit == '/') {
                    raw(mapper.writeValueAsBytes(text));
                    return;
                }
                bytes[at++] = (byte) unit;
            } else if (unit < 0x800) {
                bytes[at++] = (byte) (0xC0 | (unit >> 6));
                bytes[at++] = (byte) (0x80 | (unit & 0x3F));
            } else if (Character.isSurrogate(unit)) {
                raw(mapper.writeValueAsBytes(text));
                return;
            } else {
                bytes[at++] = (byte) (0xE0 | (unit >> 12));
                bytes[at++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
                bytes[at++] = (byte) (0x80 | (unit & 0x3F));
            }
        }
        bytes[at++] = '"';
        length = at;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
