package jp.tenken.command.checklist.reconfirmitems;

import jp.tenken.command.checklist.Checklist;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class ReconfirmItemsHandler {

    @CommandHandler
    Decision handle(ReconfirmItems command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(ReconfirmItems command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        OpenChecklist.requireItems(opened, command.itemCodes());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        state.open().requireRunning();
        state.review().requireNotInReview();
        state.answers().requireDecided(command.itemCodes());
        return state.decision(
                command.contractId(),
                command.itemCodes().stream()
                        .map(
                                itemCode ->
                                        new ItemReconfirmed(
                                                command.contractId(),
                                                state.review().revision(),
                                                itemCode))
                        .toList());
    }
}
