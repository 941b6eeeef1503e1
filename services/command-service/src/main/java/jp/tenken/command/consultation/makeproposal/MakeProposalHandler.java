package jp.tenken.command.consultation.makeproposal;

import java.util.concurrent.CompletableFuture;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.command.consultation.ConsultedContracts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class MakeProposalHandler {

    private final ConsultedContracts contracts;

    MakeProposalHandler(ConsultedContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            MakeProposal command, @InjectEntity Consultation state, ProcessingContext context) {
        return contracts.of(state, context).thenApply(contract -> decide(command, state, contract));
    }

    static Decision decide(MakeProposal command, Consultation state, ConsultedContract contract) {
        ConsultationOpened opened =
                state.openedFor(contract, command.scope(), command.expectedVersion());
        contract.requireRunningFor(opened.topic());
        state.requireOpen();
        return state.decision(
                new ConsultationProposalMade(
                        command.consultationId(),
                        opened.contractId(),
                        command.proposal(),
                        contract.sideOf(command.scope())));
    }
}
