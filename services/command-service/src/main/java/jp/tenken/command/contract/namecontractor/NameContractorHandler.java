package jp.tenken.command.contract.namecontractor;

import java.util.List;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;

final class NameContractorHandler {

    @CommandHandler
    Decision handle(NameContractor command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(NameContractor command, State state) {
        if (!state.municipalityOnboarded()) {
            throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
        }
        Rejection.requireVersion(command.expectedVersion(), state.version());
        ContractorNamed named =
                new ContractorNamed(
                        command.contractorId(), command.name(), command.corporateNumber());
        String id = command.contractorId().value();
        return named.equals(state.latest())
                ? Decision.withoutEffect(id, state.version())
                : new Decision(id, state.version() + 1, List.of(named));
    }

    /**
     * The contractor as it was named last.
     *
     * @param municipalityOnboarded whether the tenant is a municipality at all
     * @param latest null before it was ever named
     * @param version how often it was named
     */
    @EventSourcedEntity
    record State(boolean municipalityOnboarded, @Nullable ContractorNamed latest, long version) {

        @EntityCreator
        State() {
            this(false, null, 0);
        }

        @EventSourcingHandler
        State evolve(MunicipalityOnboarded event) {
            return new State(true, latest, version);
        }

        @EventSourcingHandler
        State evolve(ContractorNamed event) {
            return new State(municipalityOnboarded, event, version + 1);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(ContractorId contractorId) {
            return EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                    .andBeingOneOfTypes(EventCatalogue.nameOf(MunicipalityOnboarded.class))
                    .or(
                            EventCriteria.havingTags(Tags.CONTRACTOR, contractorId.value())
                                    .andBeingOneOfTypes(
                                            EventCatalogue.nameOf(ContractorNamed.class)));
        }
    }
}
