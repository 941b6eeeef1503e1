package jp.tenken.command.checklist;

import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.ChecklistTemplate;
import org.jspecify.annotations.Nullable;

/**
 * The contract and the checklist on which something is to be decided, as far as they are known.
 *
 * @param contract null where it is not registered
 * @param opened null where it has no checklist
 */
public record OpenChecklist(
        @Nullable ContractRegistered contract, @Nullable ChecklistOpened opened) {

    /** Nothing known. */
    public static final OpenChecklist NONE = new OpenChecklist(null, null);

    /** The contract was registered. */
    public OpenChecklist evolve(ContractRegistered event) {
        return new OpenChecklist(event, opened);
    }

    /** Its checklist was opened. */
    public OpenChecklist evolve(ChecklistOpened event) {
        return new OpenChecklist(contract, event);
    }

    /**
     * How the checklist was opened, for a caller of this scope.
     *
     * @throws Rejection {@code contract-not-found} where there is no contract, {@code out-of-scope}
     *     where it is not the caller's
     */
    public ChecklistOpened openedFor(Scope scope) {
        if (contract == null || opened == null) {
            throw Rejection.notFound(RejectionCodes.CONTRACT_NOT_FOUND);
        }
        scope.require(contract.departments(), contract.contractor().contractorId());
        return opened;
    }

    /** Refuses ({@code item-unknown}) an item that the pinned template does not have. */
    public static void requireItem(ChecklistOpened opened, ItemCode itemCode) {
        if (!BuiltInTemplates.itemsOf(opened.templateId(), opened.templateVersion())
                .contains(itemCode)) {
            throw Rejection.invalidField("itemCode", RejectionCodes.ITEM_UNKNOWN);
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
}
