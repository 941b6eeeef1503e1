package jp.tenken.command.municipality.setapprovalpath;

import java.util.List;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.municipality.ApprovalPath;
import jp.tenken.kernel.municipality.ApprovalPathSet;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;

final class SetApprovalPathHandler {

    private static final String ID = "approval-path";

    @CommandHandler
    Decision handle(SetApprovalPath command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(SetApprovalPath command, State state) {
        command.scope().requireWhole();
        if (!state.municipalityOnboarded()) {
            throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
        }
        Rejection.requireVersion(command.expectedVersion(), state.version());
        return command.path().equals(state.path())
                ? Decision.withoutEffect(ID, state.version())
                : new Decision(
                        ID,
                        state.version() + 1,
                        List.of(new ApprovalPathSet(command.path().steps())));
    }

    /**
     * The path as it is.
     *
     * @param municipalityOnboarded whether the tenant is a municipality at all
     * @param path what holds, also where it was never set
     * @param version how often it was set
     */
    @EventSourcedEntity
    record State(boolean municipalityOnboarded, ApprovalPath path, long version) {

        @EntityCreator
        State() {
            this(false, ApprovalPath.DEFAULT, 0);
        }

        @EventSourcingHandler
        State evolve(MunicipalityOnboarded event) {
            return new State(true, path, version);
        }

        @EventSourcingHandler
        State evolve(ApprovalPathSet event) {
            return new State(municipalityOnboarded, ApprovalPath.of(event), version + 1);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(SetApprovalPath.Target target) {
            return EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                    .andBeingOneOfTypes(
                            EventCatalogue.nameOf(MunicipalityOnboarded.class),
                            EventCatalogue.nameOf(ApprovalPathSet.class));
        }
    }
}
