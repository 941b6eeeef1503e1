package jp.tenken.command.checklist.reconfirmitem;

import java.util.List;
import jp.tenken.command.checklist.Answers;
import jp.tenken.command.checklist.ChecklistItem;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class ReconfirmItemHandler {

    @CommandHandler
    Decision handle(ReconfirmItem command, @InjectEntity ChecklistItem state) {
        return decide(command, state);
    }

    static Decision decide(ReconfirmItem command, ChecklistItem state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        OpenChecklist.requireItem(opened, command.itemCode());
        long version = state.item().version();
        Rejection.requireVersion(command.expectedVersion(), version);
        state.open().requireRunning();
        state.review().requireNotInReview();
        if (!state.item().isDecided()) {
            Answers.requireNone(List.of(command.itemCode()));
        }
        return new Decision(
                command.itemCode().value(),
                version + 1,
                List.of(
                        new ItemReconfirmed(
                                command.contractId(),
                                state.review().revision(),
                                command.itemCode())));
    }
}
