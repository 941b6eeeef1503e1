package jp.tenken.command.municipality.issuepolicyedition;

import java.util.List;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;
import org.jspecify.annotations.Nullable;

final class IssuePolicyEditionHandler {

    @CommandHandler
    Decision handle(IssuePolicyEdition command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(IssuePolicyEdition command, State state) {
        command.scope().requireWhole();
        if (!state.municipalityOnboarded()) {
            throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
        }
        Rejection.requireVersion(command.expectedVersion(), state.issued() == null ? 0 : 1);
        PolicyEditionIssued issued =
                new PolicyEditionIssued(
                        command.policyEditionId(),
                        command.kind(),
                        command.titleJa(),
                        command.edition(),
                        command.effectiveOn());
        if (state.issued() != null && !issued.equals(state.issued())) {
            throw Rejection.conflict(RejectionCodes.POLICY_EDITION_DIFFERS);
        }
        String id = command.policyEditionId().value();
        return state.issued() == null
                ? new Decision(id, 1, List.of(issued))
                : Decision.withoutEffect(id, 1);
    }

    /**
     * The edition.
     *
     * @param municipalityOnboarded whether the tenant is a municipality at all
     * @param issued null before it
     */
    @EventSourcedEntity
    record State(boolean municipalityOnboarded, @Nullable PolicyEditionIssued issued) {

        @EntityCreator
        State() {
            this(false, null);
        }

        @EventSourcingHandler
        State evolve(MunicipalityOnboarded event) {
            return new State(true, issued);
        }

        @EventSourcingHandler
        State evolve(PolicyEditionIssued event) {
            return new State(municipalityOnboarded, event);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(PolicyEditionId policyEditionId) {
            return EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                    .andBeingOneOfTypes(EventCatalogue.nameOf(MunicipalityOnboarded.class))
                    .or(
                            EventCriteria.havingTags(Tags.POLICY_EDITION, policyEditionId.value())
                                    .andBeingOneOfTypes(
                                            EventCatalogue.nameOf(PolicyEditionIssued.class)));
        }
    }
}
