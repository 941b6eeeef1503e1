package jp.tenken.command.checklist.decideitem;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.checklist.Answer;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Decide an item.
 *
 * @param contractId the contract
 * @param itemCode which item
 * @param answer implement or not_needed
 * @param reason why; needed with not_needed
 * @param changeReason why otherwise than before; only once the checklist was submitted
 * @param note what is worth remembering
 * @param scope how far the caller may act
 * @param expectedVersion the item's version on which the caller decided, or null
 */
@Command(namespace = "tenken.checklist", name = "DecideItem", version = "1")
public record DecideItem(
        ContractId contractId,
        ItemCode itemCode,
        Answer answer,
        @Nullable String reason,
        @Nullable String changeReason,
        @Nullable String note,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses texts that are too long or not printable; blank ones become null. */
    public DecideItem {
        reason = TextRule.REASON.optional("reason", reason);
        changeReason = TextRule.REASON.optional("changeReason", changeReason);
        note = TextRule.NOTE.optional("note", note);
    }

    /** What the decision is about. */
    @TargetEntityId
    public Target target() {
        return new Target(contractId, itemCode);
    }

    /**
     * One item of one contract.
     *
     * @param contractId the contract
     * @param itemCode the item
     */
    public record Target(ContractId contractId, ItemCode itemCode) {}
}
