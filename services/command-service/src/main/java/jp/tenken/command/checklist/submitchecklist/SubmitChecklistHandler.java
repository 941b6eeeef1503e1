package jp.tenken.command.checklist.submitchecklist;

import java.util.List;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class SubmitChecklistHandler {

    @CommandHandler
    Decision handle(SubmitChecklist command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(SubmitChecklist command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        state.open().requireRunning();
        state.review().requireDraft();
        List<ItemCode> openItems =
                state.answers().requireDecidedBut(opened, state.consultations().consultedItems());
        return state.decision(
                command.contractId(),
                List.of(
                        new ChecklistSubmitted(
                                command.contractId(),
                                state.review().revision(),
                                openItems,
                                command.comment(),
                                command.onBehalfOf())));
    }
}
