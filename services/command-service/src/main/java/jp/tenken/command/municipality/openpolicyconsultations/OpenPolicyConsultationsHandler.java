package jp.tenken.command.municipality.openpolicyconsultations;

import java.util.List;
import java.util.Map;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.DerivedId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;

final class OpenPolicyConsultationsHandler {

    /** An edition is issued once and never changes. */
    private static final long VERSION = 1;

    private static final List<ItemCode> ABOUT = List.of(ItemCode.of("OPS-01"));

    @CommandHandler
    Decision handle(OpenPolicyConsultations command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(OpenPolicyConsultations command, State state) {
        command.scope().requireWhole();
        if (!state.issued()) {
            throw Rejection.notFound(RejectionCodes.POLICY_EDITION_NOT_FOUND);
        }
        Rejection.requireVersion(command.expectedVersion(), VERSION);
        List<Object> events =
                Contracts.of(Happened.inOrder(state.latest()))
                        .toConsult(command.contractIds())
                        .stream()
                        .map(contractId -> (Object) opened(command, contractId))
                        .toList();
        if (events.size() > OpenPolicyConsultations.MAX) {
            throw Rejection.invalidField(
                    "all",
                    RejectionCodes.TOO_MANY_ENTRIES,
                    Map.of("max", Integer.toString(OpenPolicyConsultations.MAX)));
        }
        return new Decision(command.policyEditionId().value(), VERSION, events);
    }

    /** There is one per edition and contract, so its id follows from both. */
    private static ConsultationOpened opened(
            OpenPolicyConsultations command, ContractId contractId) {
        return new ConsultationOpened(
                ConsultationId.of(
                        DerivedId.of(
                                "policy-consultation",
                                command.policyEditionId().value(),
                                contractId.value())),
                contractId,
                Topic.POLICY_CHANGE,
                command.subject(),
                command.proposal(),
                ABOUT,
                null,
                command.policyEditionId(),
                Side.MUNICIPALITY);
    }

    /**
     * The edition and what happened to contracts.
     *
     * @param issued whether there is the edition
     * @param latest registrations, closures and consultations about the edition; null = none
     */
    @EventSourcedEntity
    record State(boolean issued, @Nullable Happened latest) {

        @EntityCreator
        State() {
            this(false, null);
        }

        @EventSourcingHandler
        State evolve(PolicyEditionIssued event) {
            return new State(true, latest);
        }

        @EventSourcingHandler
        State evolve(ContractRegistered event) {
            return after(Happened.What.REGISTERED, event.contractId());
        }

        @EventSourcingHandler
        State evolve(ContractClosed event) {
            return after(Happened.What.CLOSED, event.contractId());
        }

        @EventSourcingHandler
        State evolve(ConsultationOpened event) {
            return after(Happened.What.CONSULTED, event.contractId());
        }

        private State after(Happened.What what, ContractId contractId) {
            return new State(issued, new Happened(what, contractId, latest));
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(PolicyEditionId policyEditionId) {
            return EventCriteria.havingAnyTag()
                    .andBeingOneOfTypes(
                            EventCatalogue.nameOf(ContractRegistered.class),
                            EventCatalogue.nameOf(ContractClosed.class))
                    .or(
                            EventCriteria.havingTags(Tags.POLICY_EDITION, policyEditionId.value())
                                    .andBeingOneOfTypes(
                                            EventCatalogue.nameOf(PolicyEditionIssued.class),
                                            EventCatalogue.nameOf(ConsultationOpened.class)));
        }
    }
}
