package jp.tenken.command.consultation.closeconsultation;

import java.util.concurrent.CompletableFuture;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.ConsultationStage;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.command.consultation.ConsultedContracts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class CloseConsultationHandler {

    private final ConsultedContracts contracts;

    CloseConsultationHandler(ConsultedContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            CloseConsultation command,
            @InjectEntity Consultation state,
            ProcessingContext context) {
        return contracts.of(state, context).thenApply(contract -> decide(command, state, contract));
    }

    static Decision decide(
            CloseConsultation command, Consultation state, ConsultedContract contract) {
        ConsultationOpened opened =
                state.openedFor(contract, command.scope(), command.expectedVersion());
        if (state.stage() == ConsultationStage.CLOSED) {
            throw Rejection.conflict(RejectionCodes.CONSULTATION_CLOSED);
        }
        return state.decision(
                new ConsultationClosed(
                        command.consultationId(), opened.contractId(), command.comment()));
    }
}
