package jp.tenken.command.checklist;

import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.checklist.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to stand for an item.
 *
 * @param itemCode which item
 * @param answer implement or not_needed
 * @param reason why; needed with not_needed
 * @param changeReason why otherwise than before; only once the checklist was submitted
 * @param note what is worth remembering
 */
public record WantedDecision(
        ItemCode itemCode,
        Answer answer,
        @Nullable String reason,
        @Nullable String changeReason,
        @Nullable String note) {

    /** Refuses texts that are too long or not printable; blank ones become null. */
    public WantedDecision {
        reason = TextRule.REASON.optional("reason", reason);
        changeReason = TextRule.REASON.optional("changeReason", changeReason);
        note = TextRule.NOTE.optional("note", note);
    }

    /** Refuses what is no decision, whatever the state. */
    void requireDecision() {
        if (answer == Answer.UNDECIDED) {
            throw Rejection.invalidField("answer", RejectionCodes.ANSWER_NOT_A_DECISION);
        }
        if (answer == Answer.NOT_NEEDED && reason == null) {
            throw Rejection.invalidField("reason", RejectionCodes.REASON_REQUIRED);
        }
    }
}
