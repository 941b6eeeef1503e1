package jp.tenken.command.consultation.openconsultation;

import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.consultation.ConsultationOpened;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.modelling.annotation.InjectEntity;

final class OpenConsultationHandler {

    @CommandHandler
    Decision handle(OpenConsultation command, @InjectEntity OpenConsultationState state) {
        return decide(command, state);
    }

    static Decision decide(OpenConsultation command, OpenConsultationState state) {
        ConsultedContract contract = state.contract();
        ChecklistOpened checklist = contract.open().openedFor(command.scope());
        OpenChecklist.requireItems(checklist, command.itemCodes());
        requireKnown(command, state);
        contract.requireRunningFor(command.topic());
        if (state.consultation().version() > 0) {
            return Decision.withoutEffect(
                    command.consultationId().value(), state.consultation().version());
        }
        return state.consultation()
                .decision(
                        new ConsultationOpened(
                                command.consultationId(),
                                command.contractId(),
                                command.topic(),
                                command.subject(),
                                command.proposal(),
                                command.itemCodes(),
                                command.incidentId(),
                                command.policyEditionId(),
                                contract.sideOf(command.scope())));
    }

    private static void requireKnown(OpenConsultation command, OpenConsultationState state) {
        if (command.incidentId() != null && !state.concerned().contains(command.contractId())) {
            throw Rejection.invalidField("incidentId", RejectionCodes.INCIDENT_UNKNOWN);
        }
        if (command.policyEditionId() != null && !state.editionIssued()) {
            throw Rejection.invalidField("policyEditionId", RejectionCodes.POLICY_EDITION_UNKNOWN);
        }
    }
}
