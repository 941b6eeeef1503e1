package jp.tenken.command.contract.registercontract;

import java.util.List;
import jp.tenken.command.contract.RegistrationBoundary;
import jp.tenken.command.contract.RegistrationState;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.contract.ContractEvent;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.TemplateAdopted;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;

final class RegisterContractHandler {

    @CommandHandler
    Decision handle(RegisterContract command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(RegisterContract command, State state) {
        List<Object> events = state.known().register(command.registration());
        long version = events.stream().filter(ContractEvent.class::isInstance).count();
        return new Decision(command.registration().contractId().value(), version, events);
    }

    /**
     * What the municipality has of what the command names.
     *
     * @param known template, departments, contracts
     */
    @EventSourcedEntity
    record State(RegistrationState known) {

        @EntityCreator
        State() {
            this(RegistrationState.EMPTY);
        }

        @EventSourcingHandler
        State evolve(TemplateAdopted event) {
            return new State(known.evolve(event));
        }

        @EventSourcingHandler
        State evolve(DepartmentEstablished event) {
            return new State(known.evolve(event));
        }

        @EventSourcingHandler
        State evolve(ContractRegistered event) {
            return new State(known.evolve(event));
        }

        @EventSourcingHandler
        State evolve(ContractorNamed event) {
            return new State(known.evolve(event));
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(RegistrationBoundary boundary) {
            return boundary.criteria();
        }
    }
}
