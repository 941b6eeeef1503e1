package jp.tenken.command.contract.namecontractor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.contract.CorporateNumber;
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

    /** Told where nobody knew the contractor before, from a name or from a contract. */
    static final String CREATED = "created";

    @CommandHandler
    Decision handle(NameContractor command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(NameContractor command, State state) {
        if (!state.municipalityOnboarded()) {
            throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
        }
        ContractorId id = command.contractorId();
        long version = state.versionOf(id);
        Rejection.requireVersion(command.expectedVersion(), version);
        CorporateNumber number = command.corporateNumber();
        ContractorId holder = number == null ? null : state.holderOf(number);
        if (holder != null && !holder.equals(id)) {
            throw Rejection.conflict(
                    RejectionCodes.CORPORATE_NUMBER_TAKEN, Map.of("contractorId", holder.value()));
        }
        ContractorNamed named = new ContractorNamed(id, command.name(), number);
        if (named.equals(state.latest().get(id))) {
            return Decision.withoutEffect(id.value(), version);
        }
        Decision decision = new Decision(id.value(), version + 1, List.of(named));
        return state.knows(id) ? decision : decision.telling(CREATED, "true");
    }

    /**
     * The contractors of the boundary.
     *
     * @param municipalityOnboarded whether the tenant is a municipality at all
     * @param latest how each was named last
     * @param versions how often each was named
     * @param contracted those with a contract, as in the latest one
     */
    @EventSourcedEntity
    record State(
            boolean municipalityOnboarded,
            Map<ContractorId, ContractorNamed> latest,
            Map<ContractorId, Long> versions,
            Map<ContractorId, Contractor> contracted) {

        State {
            latest = Map.copyOf(latest);
            versions = Map.copyOf(versions);
            contracted = Map.copyOf(contracted);
        }

        @EntityCreator
        State() {
            this(false, Map.of(), Map.of(), Map.of());
        }

        @EventSourcingHandler
        State evolve(MunicipalityOnboarded event) {
            return new State(true, latest, versions, contracted);
        }

        @EventSourcingHandler
        State evolve(ContractorNamed event) {
            ContractorId id = event.contractorId();
            return new State(
                    municipalityOnboarded,
                    with(latest, id, event),
                    with(versions, id, versionOf(id) + 1),
                    contracted);
        }

        @EventSourcingHandler
        State evolve(ContractRegistered event) {
            Contractor contractor = event.contractor();
            return new State(
                    municipalityOnboarded,
                    latest,
                    versions,
                    with(contracted, contractor.contractorId(), contractor));
        }

        long versionOf(ContractorId id) {
            return versions.getOrDefault(id, 0L);
        }

        boolean knows(ContractorId id) {
            return latest.containsKey(id) || contracted.containsKey(id);
        }

        /** Whose number it is: as named last, else as in a contract; null = nobody's. */
        @Nullable ContractorId holderOf(CorporateNumber number) {
            for (ContractorNamed named : latest.values()) {
                if (number.equals(named.corporateNumber())) {
                    return named.contractorId();
                }
            }
            for (Contractor contractor : contracted.values()) {
                if (number.equals(contractor.corporateNumber())
                        && !latest.containsKey(contractor.contractorId())) {
                    return contractor.contractorId();
                }
            }
            return null;
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(NamingBoundary boundary) {
            return boundary.criteria();
        }

        private static <T> Map<ContractorId, T> with(
                Map<ContractorId, T> all, ContractorId id, T one) {
            Map<ContractorId, T> more = new HashMap<>(all);
            more.put(id, one);
            return more;
        }
    }
}
