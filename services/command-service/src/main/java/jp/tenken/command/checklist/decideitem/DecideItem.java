package jp.tenken.command.checklist.decideitem;

import jp.tenken.command.checklist.ChecklistItem;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Decide an item.
 *
 * @param contractId the contract
 * @param decision which item, and what is to stand for it
 * @param scope how far the caller may act
 * @param expectedVersion the item's version on which the caller decided, or null
 */
@Command(namespace = "tenken.checklist", name = "DecideItem", version = "1")
public record DecideItem(
        ContractId contractId,
        WantedDecision decision,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** What the decision is about. */
    @TargetEntityId
    public ChecklistItem.Target target() {
        return new ChecklistItem.Target(contractId, decision.itemCode());
    }
}
