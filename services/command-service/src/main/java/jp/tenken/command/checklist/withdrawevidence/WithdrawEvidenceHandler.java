package jp.tenken.command.checklist.withdrawevidence;

import java.util.List;
import jp.tenken.command.checklist.ChecklistEvidence;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class WithdrawEvidenceHandler {

    private static final int WITHDRAWN = 2;

    @CommandHandler
    Decision handle(WithdrawEvidence command, @InjectEntity ChecklistEvidence state) {
        return decide(command, state);
    }

    static Decision decide(WithdrawEvidence command, ChecklistEvidence state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        int version = state.versionOf(command.evidenceId());
        if (version == 0) {
            throw Rejection.notFound(RejectionCodes.EVIDENCE_NOT_FOUND);
        }
        Rejection.requireVersion(command.expectedVersion(), version);
        String id = command.evidenceId().value();
        return version == WITHDRAWN
                ? Decision.withoutEffect(id, version)
                : new Decision(
                        id,
                        WITHDRAWN,
                        List.of(
                                new EvidenceWithdrawn(
                                        opened.contractId(),
                                        command.evidenceId(),
                                        command.reason())));
    }
}
