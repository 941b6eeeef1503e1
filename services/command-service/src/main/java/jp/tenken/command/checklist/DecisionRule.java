package jp.tenken.command.checklist;

import java.util.Optional;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.ChecklistEvent;
import jp.tenken.kernel.checklist.ItemAnswer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import org.jspecify.annotations.Nullable;

/**
 * How an item is decided: the one rule behind deciding one, deciding several and importing a form.
 *
 * <p>Before the checklist was ever submitted an item is decided as often as one likes and nothing
 * is explained. Later a first decision stays a decision, and every change of one says why: in its
 * own words, or in those of the agreement that names the item, or in those of the revision.
 */
public final class DecisionRule {

    private DecisionRule() {}

    /**
     * The event of a wanted decision; empty where the same stands already, be it in a draft, in
     * review or confirmed: then nothing is decided.
     *
     * @param contractId the contract
     * @param review the latest revision, which must be a draft for anything to change
     * @param agreements what was agreed about items
     * @param item how the item stands in the revision
     * @param wanted what is to stand
     * @throws Rejection where the decision breaks a rule, of a field or of the review
     */
    public static Optional<ChecklistEvent> decide(
            ContractId contractId,
            Review review,
            Agreements agreements,
            ItemStanding item,
            WantedDecision wanted) {
        wanted.requireDecision();
        if (wanted.changeReason() != null && !review.submittedOnce()) {
            throw Rejection.invalidField(
                    "changeReason", RejectionCodes.CHANGE_REASON_NOT_APPLICABLE);
        }
        if (item.says(wanted)) {
            return Optional.empty();
        }
        review.requireDraft();
        ItemStanding.Decided before = item.latest();
        return Optional.of(
                before == null || !review.submittedOnce()
                        ? decided(contractId, review, wanted)
                        : revised(
                                contractId,
                                review,
                                agreements.ground(review, wanted.itemCode()),
                                before.answer(),
                                wanted));
    }

    private static ItemDecided decided(
            ContractId contractId, Review review, WantedDecision wanted) {
        return new ItemDecided(
                contractId,
                review.revision(),
                wanted.itemCode(),
                wanted.answer(),
                wanted.reason(),
                wanted.changeReason(),
                wanted.note());
    }

    private static ItemDecisionRevised revised(
            ContractId contractId,
            Review review,
            @Nullable Ground ground,
            ItemAnswer before,
            WantedDecision wanted) {
        return new ItemDecisionRevised(
                contractId,
                review.revision(),
                wanted.itemCode(),
                before,
                new ItemAnswer(wanted.answer(), wanted.reason()),
                changeReason(wanted, ground),
                wanted.note(),
                ground == null ? null : ground.consultationId());
    }

    private static String changeReason(WantedDecision wanted, @Nullable Ground ground) {
        if (wanted.changeReason() != null) {
            return wanted.changeReason();
        }
        if (ground == null) {
            throw Rejection.invalidField("changeReason", RejectionCodes.CHANGE_REASON_REQUIRED);
        }
        return ground.reason();
    }
}
