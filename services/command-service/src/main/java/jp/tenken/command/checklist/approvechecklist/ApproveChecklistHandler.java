package jp.tenken.command.checklist.approvechecklist;

import java.util.List;
import java.util.Objects;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class ApproveChecklistHandler {

    @CommandHandler
    Decision handle(ApproveChecklist command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(ApproveChecklist command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        if (state.path().hasConfirmation() && command.effectiveOn() != null) {
            throw Rejection.invalidField("effectiveOn", RejectionCodes.EFFECTIVE_ON_NOT_APPLICABLE);
        }
        state.review().requireSubmitted();
        state.review().requireOtherHands(command.actor(), command.onBehalfOf());
        ChecklistApproved approved =
                new ChecklistApproved(
                        command.contractId(),
                        state.review().revision(),
                        command.comment(),
                        command.onBehalfOf());
        if (state.path().hasConfirmation()) {
            return state.decision(command.contractId(), List.of(approved));
        }
        state.answers().requireDecided(opened);
        return state.decision(command.contractId(), List.of(approved, confirmed(command, state)));
    }

    /** Where nobody else confirms, the approval is the last step. */
    private static ChecklistConfirmed confirmed(ApproveChecklist command, Checklist state) {
        return new ChecklistConfirmed(
                command.contractId(),
                state.review().revision(),
                Objects.requireNonNullElse(command.effectiveOn(), command.today()),
                null,
                command.onBehalfOf());
    }
}
