package jp.tenken.command.checklist.withdrawsubmission;

import java.util.List;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSubmissionWithdrawn;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class WithdrawSubmissionHandler {

    @CommandHandler
    Decision handle(WithdrawSubmission command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(WithdrawSubmission command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        state.review().requireSubmitted();
        return state.decision(
                opened.contractId(),
                List.of(
                        new ChecklistSubmissionWithdrawn(
                                command.contractId(),
                                state.review().revision(),
                                command.comment(),
                                command.onBehalfOf())));
    }
}
