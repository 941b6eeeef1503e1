package jp.tenken.command.incident.withdrawincident;

import java.util.concurrent.CompletableFuture;
import jp.tenken.command.incident.ConcernedContracts;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.incident.IncidentWithdrawn;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class WithdrawIncidentHandler {

    private final IncidentContracts contracts;

    WithdrawIncidentHandler(IncidentContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            WithdrawIncident command, @InjectEntity Incident state, ProcessingContext context) {
        return contracts
                .of(state.contractIds(), context)
                .thenApply(concerned -> decide(command, state, concerned));
    }

    static Decision decide(WithdrawIncident command, Incident state, ConcernedContracts concerned) {
        state.requireOpenFor(concerned, command.scope(), command.expectedVersion());
        return state.decision(
                new IncidentWithdrawn(command.incidentId(), state.contractIds(), command.reason()));
    }
}
