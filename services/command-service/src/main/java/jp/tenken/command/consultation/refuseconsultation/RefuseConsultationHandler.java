package jp.tenken.command.consultation.refuseconsultation;

import java.util.concurrent.CompletableFuture;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.command.consultation.ConsultedContracts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationRefused;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class RefuseConsultationHandler {

    private final ConsultedContracts contracts;

    RefuseConsultationHandler(ConsultedContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            RefuseConsultation command,
            @InjectEntity Consultation state,
            ProcessingContext context) {
        return contracts.of(state, context).thenApply(contract -> decide(command, state, contract));
    }

    static Decision decide(
            RefuseConsultation command, Consultation state, ConsultedContract contract) {
        ConsultationOpened opened =
                state.openedFor(contract, command.scope(), command.expectedVersion());
        state.requireOpen();
        return state.decision(
                new ConsultationRefused(
                        command.consultationId(), opened.contractId(), command.reason()));
    }
}
