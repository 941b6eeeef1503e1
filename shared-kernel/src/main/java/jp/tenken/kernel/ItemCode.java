package jp.tenken.kernel;

import java.util.regex.Pattern;

/**
 * The code of a checklist item, {@code OPS-01} to {@code SYS-13} in the built-in template; codes
 * are never reused.
 *
 * @param value a section code of 2-8 capital letters, {@code -}, two digits
 */
public record ItemCode(String value) implements TextValue, Comparable<ItemCode> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,8}-[0-9]{2}");

    /**
     * Refuses what cannot be the code of any item, with the same code as an item that the template
     * does not have ({@code item-unknown}): for the caller it is the same mistake.
     */
    public ItemCode {
        if (!FORM.matcher(value).matches()) {
            throw Rejection.invalidField("itemCode", RejectionCodes.ITEM_UNKNOWN);
        }
    }

    /** The code of this text. */
    public static ItemCode of(String value) {
        return new ItemCode(value);
    }

    @Override
    public int compareTo(ItemCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
