package jp.tenken.command.consultation.openconsultation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tenken.command.consultation.Consultation;
import jp.tenken.command.consultation.ConsultedContract;
import jp.tenken.command.contract.ContractStanding;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * What a consultation to be names, as it stands.
 *
 * @param consultation known only where the same request came before
 * @param contract the contract
 * @param concerned the contracts of the incident that is named; empty where there is none
 * @param editionIssued whether there is the edition that is named
 */
@EventSourcedEntity
record OpenConsultationState(
        Consultation consultation,
        ConsultedContract contract,
        Set<ContractId> concerned,
        boolean editionIssued) {

    OpenConsultationState {
        concerned = Set.copyOf(concerned);
    }

    @EntityCreator
    OpenConsultationState() {
        this(new Consultation(), new ConsultedContract(), Set.of(), false);
    }

    @EventSourcingHandler
    OpenConsultationState evolve(ConsultationOpened event) {
        return new OpenConsultationState(
                consultation.evolve(event), contract, concerned, editionIssued);
    }

    @EventSourcingHandler
    OpenConsultationState evolve(ContractRegistered event) {
        return with(contract.evolve(event));
    }

    @EventSourcingHandler
    OpenConsultationState evolve(ContractTransferredToDepartment event) {
        return with(contract.evolve(event));
    }

    @EventSourcingHandler
    OpenConsultationState evolve(ParticipatingDepartmentsSet event) {
        return with(contract.evolve(event));
    }

    @EventSourcingHandler
    OpenConsultationState evolve(ContractClosed event) {
        return with(contract.evolve(event));
    }

    @EventSourcingHandler
    OpenConsultationState evolve(ChecklistOpened event) {
        return with(contract.evolve(event));
    }

    @EventSourcingHandler
    OpenConsultationState evolve(IncidentReported event) {
        return concerning(event.contractIds());
    }

    @EventSourcingHandler
    OpenConsultationState evolve(IncidentContractAdded event) {
        return concerning(event.contractIds());
    }

    @EventSourcingHandler
    OpenConsultationState evolve(PolicyEditionIssued event) {
        return new OpenConsultationState(consultation, contract, concerned, true);
    }

    private OpenConsultationState with(ConsultedContract next) {
        return new OpenConsultationState(consultation, next, concerned, editionIssued);
    }

    private OpenConsultationState concerning(List<ContractId> contractIds) {
        return new OpenConsultationState(
                consultation, contract, Set.copyOf(contractIds), editionIssued);
    }

    @EventCriteriaBuilder
    static EventCriteria criteria(OpenConsultation.Target target) {
        EventCriteria criteria =
                ContractStanding.criteria(target.contractId())
                        .or(
                                tagged(
                                        Tags.CONSULTATION,
                                        target.consultationId().value(),
                                        ConsultationOpened.class));
        if (target.incidentId() != null) {
            criteria =
                    criteria.or(
                            tagged(
                                    Tags.INCIDENT,
                                    target.incidentId().value(),
                                    IncidentReported.class,
                                    IncidentContractAdded.class));
        }
        return target.policyEditionId() == null
                ? criteria
                : criteria.or(
                        tagged(
                                Tags.POLICY_EDITION,
                                target.policyEditionId().value(),
                                PolicyEditionIssued.class));
    }

    private static EventCriteria tagged(String key, String value, Class<?>... types) {
        return EventCriteria.havingTags(key, value)
                .andBeingOneOfTypes(
                        Stream.of(types)
                                .map(type -> type.asSubclass(Record.class))
                                .map(EventCatalogue::nameOf)
                                .toArray(String[]::new));
    }
}
