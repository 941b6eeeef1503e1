package jp.tenken.command.consultation.withdrawconsultation;

import java.util.concurrent.CompletableFuture;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.command.consultation.ConsultedContracts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class WithdrawConsultationHandler {

    private final ConsultedContracts contracts;

    WithdrawConsultationHandler(ConsultedContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            WithdrawConsultation command,
            @InjectEntity Consultation state,
            ProcessingContext context) {
        return contracts.of(state, context).thenApply(contract -> decide(command, state, contract));
    }

    static Decision decide(
            WithdrawConsultation command, Consultation state, ConsultedContract contract) {
        ConsultationOpened opened =
                state.openedFor(contract, command.scope(), command.expectedVersion());
        state.requireOpen();
        if (contract.sideOf(command.scope()) != opened.proposedBy()) {
            throw Rejection.conflict(RejectionCodes.CONSULTATION_OF_OTHER_SIDE);
        }
        return state.decision(
                new ConsultationWithdrawn(
                        command.consultationId(), opened.contractId(), command.reason()));
    }
}
