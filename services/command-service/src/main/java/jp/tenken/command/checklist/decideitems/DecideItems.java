package jp.tenken.command.checklist.decideitems;

import java.util.List;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Scope;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Decide several items of one checklist, all or none.
 *
 * @param contractId the contract
 * @param decisions each item once
 * @param scope how far the caller may act
 * @param expectedVersion the checklist's version on which the caller decided, or null
 */
@Command(namespace = "tenken.checklist", name = "DecideItems", version = "1")
public record DecideItems(
        @TargetEntityId ContractId contractId,
        List<WantedDecision> decisions,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses none, too many, and an item twice. */
    public DecideItems {
        decisions = ListRule.distinct("decisions", decisions, WantedDecision::itemCode);
    }
}
