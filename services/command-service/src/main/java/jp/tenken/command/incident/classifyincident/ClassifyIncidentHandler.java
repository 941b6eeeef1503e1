package jp.tenken.command.incident.classifyincident;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.tenken.command.incident.ConcernedContracts;
import jp.tenken.command.incident.Incident;
import jp.tenken.command.incident.IncidentContracts;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.incident.IncidentClassified;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.modelling.annotation.InjectEntity;

final class ClassifyIncidentHandler {

    private final IncidentContracts contracts;

    ClassifyIncidentHandler(IncidentContracts contracts) {
        this.contracts = contracts;
    }

    @CommandHandler
    CompletableFuture<Decision> handle(
            ClassifyIncident command, @InjectEntity Incident state, ProcessingContext context) {
        return contracts
                .of(state.contractIds(), context)
                .thenApply(concerned -> decide(command, state, concerned));
    }

    static Decision decide(ClassifyIncident command, Incident state, ConcernedContracts concerned) {
        state.requireOpenFor(concerned, command.scope(), command.expectedVersion());
        if (saysTheSame(command, state)) {
            return Decision.withoutEffect(command.incidentId().value(), state.version());
        }
        return state.decision(
                new IncidentClassified(
                        command.incidentId(),
                        state.contractIds(),
                        command.situations(),
                        command.reason()));
    }

    /** A reason is sealed and cannot be compared: with one, it is always news. */
    private static boolean saysTheSame(ClassifyIncident command, Incident state) {
        return command.reason() == null
                && state.situations() != null
                && Set.copyOf(command.situations()).equals(Set.copyOf(state.situations()));
    }
}
