package jp.tenken.command.checklist.discardrevision;

import java.util.List;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class DiscardRevisionHandler {

    @CommandHandler
    Decision handle(DiscardRevision command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(DiscardRevision command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        state.review().requireDiscardable();
        return state.decision(
                opened.contractId(),
                List.of(
                        new RevisionDiscarded(
                                command.contractId(),
                                state.review().revision(),
                                command.reason())));
    }
}
