package jp.tenken.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a text that people write may look like: how long, and whether it may have several lines.
 *
 * <p>Control characters, unpaired surrogates and characters that reorder the line for the reader
 * are refused, because these texts are printed in the municipality's form. Surrounding white space
 * (the ideographic one too) is taken off.
 *
 * @param maxLength most Unicode characters
 * @param severalLines whether line feeds are allowed; carriage returns before them are dropped
 */
public record TextRule(int maxLength, boolean severalLines) {

    /** Name of a municipality, department or contractor. */
    public static final TextRule NAME = new TextRule(120, false);

    /** A municipality's own number of a contract. */
    public static final TextRule NUMBER = new TextRule(60, false);

    /** Title of a contract. */
    public static final TextRule TITLE = new TextRule(200, false);

    /** Why an item is not needed, or why a decision changed; it is printed. */
    public static final TextRule REASON = new TextRule(500, false);

    /** What somebody wants to remember. */
    public static final TextRule NOTE = new TextRule(2000, true);

    /**
     * The text without surrounding white space.
     *
     * @param field whose text it is, for the violation
     * @param text null and blank are refused ({@code text-required}), as are too long ({@code
     *     text-too-long}) and unprintable ones ({@code text-not-printable})
     */
    public String required(String field, @Nullable String text) {
        String checked = optional(field, text);
        if (checked == null) {
            throw Rejection.invalidField(field, RejectionCodes.TEXT_REQUIRED);
        }
        return checked;
    }

    /** As {@link #required}, but null and blank are the same absence: null. */
    public @Nullable String optional(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = (severalLines ? text.replace("\r\n", "\n") : text).strip();
        if (stripped.codePointCount(0, stripped.length()) > maxLength) {
            throw Rejection.invalidField(
                    field,
                    RejectionCodes.TEXT_TOO_LONG,
                    Map.of("max", Integer.toString(maxLength)));
        }
        if (!stripped.codePoints().allMatch(this::isPrintable)) {
            throw Rejection.invalidField(field, RejectionCodes.TEXT_NOT_PRINTABLE);
        }
        return stripped;
    }

    private boolean isPrintable(int character) {
        if (character == '\n') {
            return severalLines;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> !reordersTheLine(character);
        };
    }

    private static boolean reordersTheLine(int character) {
        return (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
