package jp.tenken.command.checklist.confirmchecklist;

import java.util.List;
import java.util.Objects;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class ConfirmChecklistHandler {

    @CommandHandler
    Decision handle(ConfirmChecklist command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(ConfirmChecklist command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        if (!state.path().hasConfirmation()) {
            throw Rejection.conflict(RejectionCodes.NOT_IN_APPROVAL_PATH);
        }
        state.review().requireApproved();
        state.review().requireOtherHands(command.actor(), command.onBehalfOf());
        state.answers().requireDecided(opened);
        return state.decision(
                command.contractId(),
                List.of(
                        new ChecklistConfirmed(
                                command.contractId(),
                                state.review().revision(),
                                Objects.requireNonNullElse(command.effectiveOn(), command.today()),
                                command.comment(),
                                command.onBehalfOf())));
    }
}
