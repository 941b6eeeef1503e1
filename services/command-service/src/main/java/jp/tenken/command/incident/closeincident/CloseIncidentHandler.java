package jp.tenken.command.incident.closeincident;

import java.util.concurrent.CompletableFuture;
import jp.tenken.command.incident.ConcernedContracts;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.incident.IncidentClosed;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class CloseIncidentHandler {

    private final IncidentContracts contracts;

    CloseIncidentHandler(IncidentContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            CloseIncident command, @InjectEntity Incident state, ProcessingContext context) {
        return contracts
                .of(state.contractIds(), context)
                .thenApply(concerned -> decide(command, state, concerned));
    }

    static Decision decide(CloseIncident command, Incident state, ConcernedContracts concerned) {
        state.requireOpenFor(concerned, command.scope(), command.expectedVersion());
        return state.decision(
                new IncidentClosed(command.incidentId(), state.contractIds(), command.comment()));
    }
}
