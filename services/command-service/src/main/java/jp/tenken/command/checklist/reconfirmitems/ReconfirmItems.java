package jp.tenken.command.checklist.reconfirmitems;

import java.util.List;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Scope;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Say that several decided items were looked at again and stand, all or none.
 *
 * @param contractId the contract
 * @param itemCodes each once
 * @param scope how far the caller may act
 * @param expectedVersion the checklist's version that the caller saw, or null
 */
@Command(namespace = "tenken.checklist", name = "ReconfirmItems", version = "1")
public record ReconfirmItems(
        @TargetEntityId ContractId contractId,
        List<ItemCode> itemCodes,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses none, too many, and an item twice. */
    public ReconfirmItems {
        itemCodes = ListRule.distinct("itemCodes", itemCodes);
    }
}
