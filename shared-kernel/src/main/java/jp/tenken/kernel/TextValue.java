package jp.tenken.kernel;

/**
 * A value whose whole content is one text, on the wire as in a tag.
 *
 * <p>Every implementation has a public static factory {@code of(String)} that accepts exactly what
 * {@link #value()} answers and otherwise throws a {@link Rejection} of kind {@link
 * Rejection.Kind#INVALID}; its {@code toString()} is {@link #value()}, because Axon builds tags
 * from it.
 */
public interface TextValue {

    /**
     * The word of an enumeration that has this text.
     *
     * @param words all words
     * @param value the text, exactly
     * @param code with which any other text is refused
     */
    static <T extends TextValue> T oneOf(T[] words, String value, String code) {
        for (T word : words) {
            if (word.value().equals(value)) {
                return word;
            }
        }
        throw Rejection.invalid(code);
    }

    /** The text as it is stored and shown; never null, never blank. */
    String value();
}
