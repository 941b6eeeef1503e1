package jp.tenken.command.privacy.eraseperson;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.privacy.PersonErased;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;

final class ErasePersonHandler {

    @CommandHandler
    Decision handle(ErasePerson command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(ErasePerson command, State state) {
        command.scope().requireWhole();
        if (!state.municipalityOnboarded()) {
            throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
        }
        boolean erased = state.erased().contains(command.personId());
        Rejection.requireVersion(command.expectedVersion(), erased ? 1 : 0);
        return erased
                ? Decision.withoutEffect(command.personId(), 1)
                : new Decision(
                        command.personId(),
                        1,
                        List.of(new PersonErased(command.personId(), command.reason())));
    }

    /**
     * Who was erased in the municipality; that are few.
     *
     * @param municipalityOnboarded whether the tenant is a municipality at all
     * @param erased the people
     */
    @EventSourcedEntity
    record State(boolean municipalityOnboarded, Set<String> erased) {

        State {
            erased = Set.copyOf(erased);
        }

        @EntityCreator
        State() {
            this(false, Set.of());
        }

        @EventSourcingHandler
        State evolve(MunicipalityOnboarded event) {
            return new State(true, erased);
        }

        @EventSourcingHandler
        State evolve(PersonErased event) {
            Set<String> more = new HashSet<>(erased);
            more.add(event.personId());
            return new State(municipalityOnboarded, more);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(String personId) {
            return EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                    .andBeingOneOfTypes(
                            EventCatalogue.nameOf(MunicipalityOnboarded.class),
                            EventCatalogue.nameOf(PersonErased.class));
        }
    }
}
