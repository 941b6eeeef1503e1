package jp.tenken.command.checklist.sendbackchecklist;

import java.util.List;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class SendBackChecklistHandler {

    @CommandHandler
    Decision handle(SendBackChecklist command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(SendBackChecklist command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        state.review().requireInReview();
        return state.decision(
                opened.contractId(),
                List.of(
                        new ChecklistSentBack(
                                command.contractId(),
                                state.review().revision(),
                                command.comment(),
                                command.onBehalfOf())));
    }
}
