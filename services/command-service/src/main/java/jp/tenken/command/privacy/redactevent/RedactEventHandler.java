package jp.tenken.command.privacy.redactevent;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.privacy.TextRedacted;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.modelling.annotation.InjectEntity;

final class RedactEventHandler {

    @CommandHandler
    Decision handle(RedactEvent command, @InjectEntity State state) {
        return decide(command, state);
    }

    static Decision decide(RedactEvent command, State state) {
        command.scope().requireWhole();
        if (command.keyIds().isEmpty()) {
            throw Rejection.conflict(RejectionCodes.NOTHING_TO_REDACT);
        }
        boolean redacted = state.redacted().contains(command.eventId());
        Rejection.requireVersion(command.expectedVersion(), redacted ? 1 : 0);
        return redacted
                ? Decision.withoutEffect(command.eventId(), 1)
                : new Decision(
                        command.eventId(),
                        1,
                        List.of(
                                new TextRedacted(
                                        command.eventId(), command.keyIds(), command.reason())));
    }

    /**
     * What was erased in the municipality; that is little.
     *
     * @param redacted ids of the events whose texts were erased
     */
    @EventSourcedEntity
    record State(Set<String> redacted) {

        State {
            redacted = Set.copyOf(redacted);
        }

        @EntityCreator
        State() {
            this(Set.of());
        }

        @EventSourcingHandler
        State evolve(TextRedacted event) {
            Set<String> more = new HashSet<>(redacted);
            more.add(event.eventId());
            return new State(more);
        }

        @EventCriteriaBuilder
        static EventCriteria criteria(String eventId) {
            return EventCriteria.havingTags(Tags.MUNICIPALITY, Tags.SELF)
                    .andBeingOneOfTypes(EventCatalogue.nameOf(TextRedacted.class));
        }
    }
}
