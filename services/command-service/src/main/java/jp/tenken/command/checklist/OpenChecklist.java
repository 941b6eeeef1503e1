package jp.tenken.command.checklist;

import java.util.List;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.ChecklistTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The contract and the checklist on which something is to be decided, as far as they are known.
 *
 * @param parties to whom the contract belongs; null where it is not registered
 * @param closed whether it is at its end
 * @param opened null where it has no checklist
 */
public record OpenChecklist(
        @Nullable Parties parties, boolean closed, @Nullable ChecklistOpened opened) {

    /** Nothing known. */
    public static final OpenChecklist NONE = new OpenChecklist(null, false, null);

    /** The contract was registered. */
    public OpenChecklist evolve(ContractRegistered event) {
        return with(
                new Parties(
                        event.departmentCode(),
                        event.participatingDepartmentCodes(),
                        event.contractor().contractorId()));
    }

    /** Another department is in charge; it has no longer a part besides. */
    public OpenChecklist evolve(ContractTransferredToDepartment event) {
        return parties == null ? this : with(parties.transferredTo(event.to()));
    }

    /** Others have a part in it. */
    public OpenChecklist evolve(ParticipatingDepartmentsSet event) {
        return parties == null
                ? this
                : with(
                        new Parties(
                                parties.inCharge(),
                                event.participatingDepartmentCodes(),
                                parties.contractor()));
    }

    /** It is at its end. */
    public OpenChecklist evolve(ContractClosed event) {
        return new OpenChecklist(parties, true, opened);
    }

    /** Its checklist was opened. */
    public OpenChecklist evolve(ChecklistOpened event) {
        return new OpenChecklist(parties, closed, event);
    }

    /**
     * How the checklist was opened, for a caller of this scope.
     *
     * @throws Rejection {@code contract-not-found} where there is no contract, {@code out-of-scope}
     *     where it is not the caller's
     */
    public ChecklistOpened openedFor(Scope scope) {
        if (parties == null || opened == null) {
            throw Rejection.notFound(RejectionCodes.CONTRACT_NOT_FOUND);
        }
        scope.require(parties.departments(), parties.contractor());
        return opened;
    }

    /** Refuses ({@code contract-closed}) what only goes on while the contract does. */
    public void requireRunning() {
        if (closed) {
            throw Rejection.conflict(RejectionCodes.CONTRACT_CLOSED);
        }
    }

    /** Refuses ({@code item-unknown}) an item that the pinned template does not have. */
    public static void requireItem(ChecklistOpened opened, ItemCode itemCode) {
        if (!BuiltInTemplates.itemsOf(opened.templateId(), opened.templateVersion())
                .contains(itemCode)) {
            throw Rejection.invalidField("itemCode", RejectionCodes.ITEM_UNKNOWN);
        }
    }

    /** Refuses ({@code item-unknown}) a list in which an item is not of the pinned template. */
    public static void requireItems(ChecklistOpened opened, List<ItemCode> itemCodes) {
        for (int i = 0; i < itemCodes.size(); i++) {
            ItemCode itemCode = itemCodes.get(i);
            Rejection.inField(
                    "itemCodes[%d]".formatted(i),
                    () -> {
                        requireItem(opened, itemCode);
                        return itemCode;
                    });
        }
    }

    /** The template that the checklist pinned, in the words that it pinned. */
    public static ChecklistTemplate templateOf(ChecklistOpened opened) {
        return BuiltInTemplates.find(
                        opened.templateId(), opened.templateVersion(), opened.wording())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "this program lacks the template %s version %d"
                                                .formatted(
                                                        opened.templateId(),
                                                        opened.templateVersion())));
    }

    private OpenChecklist with(Parties now) {
        return new OpenChecklist(now, closed, opened);
    }
}
