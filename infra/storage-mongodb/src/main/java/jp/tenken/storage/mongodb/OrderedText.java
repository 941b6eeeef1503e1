package jp.tenken.storage.mongodb;

/**
 * Text in a form that every server orders as Java does: by UTF-16 code unit. MongoDB compares the
 * bytes of UTF-8, which puts supplementary characters behind U+E000 to U+FFFF; Java puts them
 * before. A server on the JVM compares as Java. Text of units below U+D700 is the same for both and
 * stays as it is, which is nearly all text there is.
 *
 * <p>Every other unit becomes two: one of U+D700 to U+D77F, then one of U+D780 to U+D7FF. That
 * keeps the order, keeps every string distinct (lone surrogates too, which UTF-8 cannot hold), and
 * since none of the two can be taken for the other or for plain text, a substring is found where it
 * is and nowhere else.
 */
final class OrderedText {

    /** Behind every text that begins with a prefix, when it is appended to that prefix. */
    static final String BEYOND = "\uD7FF";

    private static final char FIRST_CODED = '\uD700';
    private static final char SECOND_UNIT = '\uD780';
    private static final int SEVEN_BITS = 0x7F;

    private OrderedText() {}

    static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_CODED) {
                return encodeFrom(text, i);
            }
        }
        return text;
    }

    private static String encodeFrom(String text, int first) {
        StringBuilder coded = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < FIRST_CODED) {
                coded.append(unit);
            } else {
                int number = unit - FIRST_CODED;
                coded.append((char) (FIRST_CODED + (number >> 7)));
                coded.append((char) (SECOND_UNIT + (number & SEVEN_BITS)));
            }
        }
        return coded.toString();
    }

    /**
     * The text of a coded one.
     *
     * @throws IllegalArgumentException for what {@link #encode} never yields
     */
    static String decode(String coded) {
        for (int i = 0; i < coded.length(); i++) {
            if (coded.charAt(i) >= FIRST_CODED) {
                return decodeFrom(coded, i);
            }
        }
        return coded;
    }

    private static String decodeFrom(String coded, int first) {
        StringBuilder text = new StringBuilder(coded.length()).append(coded, 0, first);
        for (int i = first; i < coded.length(); i++) {
            char unit = coded.charAt(i);
            if (unit < FIRST_CODED) {
                text.append(unit);
                continue;
            }
            i++;
            if (unit >= SECOND_UNIT || i == coded.length() || coded.charAt(i) < SECOND_UNIT) {
                throw new IllegalArgumentException("a stored text is damaged");
            }
            text.append(
                    (char)
                            (FIRST_CODED
                                    + ((unit - FIRST_CODED) << 7)
                                    + (coded.charAt(i) - SECOND_UNIT)));
        }
        return text.toString();
    }
}
