package jp.tenken.command.checklist.decideitem;

import java.util.List;
import jp.tenken.command.checklist.ChecklistItem;
import jp.tenken.command.checklist.DecisionRule;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistOpened;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class DecideItemHandler {

    @CommandHandler
    Decision handle(DecideItem command, @InjectEntity ChecklistItem state) {
        return decide(command, state);
    }

    static Decision decide(DecideItem command, ChecklistItem state) {
        WantedDecision wanted = command.decision();
        ChecklistOpened opened = state.open().openedFor(command.scope());
        OpenChecklist.requireItem(opened, wanted.itemCode());
        long version = state.item().version();
        Rejection.requireVersion(command.expectedVersion(), version);
        state.open().requireRunning();
        String id = wanted.itemCode().value();
        return DecisionRule.decide(
                        command.contractId(),
                        state.review(),
                        state.agreements(),
                        state.item(),
                        wanted)
                .map(event -> new Decision(id, version + 1, List.of(event)))
                .orElseGet(() -> Decision.withoutEffect(id, version));
    }
}
