package jp.tenken.command.incident;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * The facts of a contract as they were declared last: what they suggest of an incident.
 *
 * @param facts {@link ContractFacts#NONE} where nobody declared any
 */
@EventSourcedEntity
public record DeclaredFacts(ContractFacts facts) {

    /** Nothing known. */
    @EntityCreator
    public DeclaredFacts() {
        this(ContractFacts.NONE);
    }

    /** They were declared. */
    @EventSourcingHandler
    public DeclaredFacts evolve(ContractFactsDeclared event) {
        return new DeclaredFacts(event.facts());
    }

    /** The events on which this depends. */
    @EventCriteriaBuilder
    public static EventCriteria criteria(ContractId contractId) {
        return EventCriteria.havingTags(Tags.CONTRACT, contractId.value())
                .andBeingOneOfTypes(EventCatalogue.nameOf(ContractFactsDeclared.class));
    }
}
