package jp.tenken.command.checklist.openrevision;

import java.util.List;
import jp.tenken.command.checklist.Checklist;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.RevisionOpened;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class OpenRevisionHandler {

    @CommandHandler
    Decision handle(OpenRevision command, @InjectEntity Checklist state) {
        return decide(command, state);
    }

    static Decision decide(OpenRevision command, Checklist state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        Rejection.requireVersion(command.expectedVersion(), state.version());
        ConsultationId consultationId = command.consultationId();
        if (consultationId != null && !state.consultations().known().contains(consultationId)) {
            throw Rejection.invalidField("consultationId", RejectionCodes.CONSULTATION_UNKNOWN);
        }
        state.open().requireRunning();
        state.review().requireConfirmed();
        int revision = state.review().last() + 1;
        return new Decision(
                Integer.toString(revision),
                state.version() + 1,
                List.of(
                        new RevisionOpened(
                                opened.contractId(),
                                revision,
                                command.kind(),
                                command.reason(),
                                consultationId)));
    }
}
