package jp.tenken.query.checklist.sheet;

import java.util.List;
import jp.tenken.kernel.ItemCode;

/**
 * Something about the answers that looks odd. It warns and never blocks.
 *
 * @param id which rule, {@code H1}; stable
 * @param itemCodes the items that it is about, in the order of the form
 * @param messageJa in Japanese
 * @param messageEn in English
 */
public record Hint(String id, List<ItemCode> itemCodes, String messageJa, String messageEn) {

    /** Copies the codes. */
    public Hint {
        itemCodes = List.copyOf(itemCodes);
    }
}
