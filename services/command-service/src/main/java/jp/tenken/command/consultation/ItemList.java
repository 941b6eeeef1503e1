package jp.tenken.command.consultation;

import java.util.List;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.kernel.ItemCode;

/** The items that a consultation names. */
public final class ItemList {

    private static final String FIELD = "itemCodes";

    private ItemList() {}

    /**
     * The items as they came; none is allowed.
     *
     * @throws Rejection {@code too-many-entries} or {@code entry-repeated}
     */
    public static List<ItemCode> distinct(List<ItemCode> itemCodes) {
        return itemCodes.isEmpty() ? List.of() : ListRule.distinct(FIELD, itemCodes);
    }
}
