package jp.tenken.command.checklist.reconfirmitem;

import jp.tenken.command.checklist.ChecklistItem;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Scope;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Say that a decided item was looked at again and stands.
 *
 * @param contractId the contract
 * @param itemCode which item
 * @param scope how far the caller may act
 * @param expectedVersion the item's version that the caller saw, or null
 */
@Command(namespace = "tenken.checklist", name = "ReconfirmItem", version = "1")
public record ReconfirmItem(
        ContractId contractId, ItemCode itemCode, Scope scope, @Nullable Long expectedVersion) {

    /** What it is about. */
    @TargetEntityId
    public ChecklistItem.Target target() {
        return new ChecklistItem.Target(contractId, itemCode);
    }
}
