package jp.tenken.command.checklist.referenceevidence;

import java.util.List;
import jp.tenken.command.checklist.ChecklistEvidence;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class ReferenceEvidenceHandler {

    @CommandHandler
    Decision handle(ReferenceEvidence command, @InjectEntity ChecklistEvidence state) {
        return decide(command, state);
    }

    static Decision decide(ReferenceEvidence command, ChecklistEvidence state) {
        ChecklistOpened opened = state.open().openedFor(command.scope());
        OpenChecklist.requireItems(opened, command.itemCodes());
        String id = command.evidenceId().value();
        int version = state.versionOf(command.evidenceId());
        if (version > 0) {
            return Decision.withoutEffect(id, version);
        }
        return new Decision(
                id,
                1,
                List.of(
                        new EvidenceReferenced(
                                command.contractId(),
                                command.evidenceId(),
                                command.itemCodes(),
                                command.kind(),
                                command.title(),
                                command.documentNumber(),
                                command.sha256(),
                                command.datedOn())));
    }
}
