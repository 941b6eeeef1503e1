package jp.tenken.command.checklist.decideitems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.command.checklist.DecisionRule;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.checklist.WantedDecision;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistEvent;
import jp.tenken.kernel.checklist.ChecklistOpened;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class DecideItemsHandler {

    @CommandHandler
    Decision handle(DecideItems command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(DecideItems command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        state.open().requireRunning();
        List<ChecklistEvent> events = new ArrayList<>();
        for (int i = 0; i < command.decisions().size(); i++) {
            WantedDecision wanted = command.decisions().get(i);
            Rejection.under("decisions[%d]".formatted(i), () -> one(opened, state, wanted))
                    .ifPresent(events::add);
        }
        return state.decision(command.contractId(), events);
    }

    private static Optional<ChecklistEvent> one(
            ChecklistOpened opened, Checklist state, WantedDecision wanted) {
        OpenChecklist.requireItem(opened, wanted.itemCode());
        return DecisionRule.decide(
                opened.contractId(),
                state.review(),
                state.consultations().agreements(),
                state.answers().of(wanted.itemCode()),
                wanted);
    }
}
