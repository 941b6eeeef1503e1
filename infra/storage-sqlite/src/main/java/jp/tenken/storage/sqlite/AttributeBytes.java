package jp.tenken.storage.sqlite;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The attributes of a row as bytes: the number of attributes, then per attribute its place in the
 * view's list (from 1), the number of its values, and each value with its length. Numbers are
 * written seven bits at a time, lowest first.
 */
final class AttributeBytes {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private AttributeBytes() {}

    /**
     * Writes attributes; the same attributes always become the same bytes.
     *
     * @throws IllegalArgumentException for one that the view does not declare
     */
    static byte[] encode(List<String> declared, Map<String, Set<String>> attributes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        number(out, attributes.size());
        int written = 0;
        for (int i = 0; i < declared.size(); i++) {
            Set<String> values = attributes.get(declared.get(i));
            if (values != null) {
                number(out, i + 1);
                number(out, values.size());
                for (String value : new TreeSet<>(values)) {
                    byte[] bytes = OrderedText.encode(value);
                    number(out, bytes.length);
                    out.writeBytes(bytes);
                }
                written++;
            }
        }
        if (written < attributes.size()) {
            throw new IllegalArgumentException(
                    "attributes %s are not all among the declared %s"
                            .formatted(attributes.keySet(), declared));
        }
        return out.toByteArray();
    }

    static Map<String, Set<String>> decode(List<String> declared, byte[] bytes) {
        Cursor in = new Cursor(bytes);
        int count = in.number();
        if (count == 0) {
            return Map.of();
        }
        Map<String, Set<String>> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = declared.get(in.number() - 1);
            int size = in.number();
            Set<String> values = new HashSet<>();
            for (int j = 0; j < size; j++) {
                values.add(in.text());
            }
            attributes.put(name, values);
        }
        return attributes;
    }

    private static void number(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest > SEVEN_BITS) {
            out.write((rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static final class Cursor {

        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        int number() {
            int number = 0;
            int shift = 0;
            while (true) {
                byte next = bytes[at++];
                number |= (next & SEVEN_BITS) << shift;
                if (next >= 0) {
                    return number;
                }
                shift += 7;
            }
        }

        String text() {
            int length = number();
            String text = OrderedText.decode(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
            return text;
        }
    }
}
