package jp.tenken.runtime.command;

import java.util.List;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.eventsourcing.configuration.EventSourcedEntityModule;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.axonframework.modelling.annotation.InjectEntity;
import org.axonframework.modelling.annotation.TargetEntityId;

/** A slice that is as small as one can be: it counts. */
final class Tally {

    /** To count by as much is an error of the handler. */
    static final int BREAKS_THE_HANDLER = -1;

    /** To have counted by as much is an error of the state. */
    static final int BREAKS_THE_STATE = -2;

    private Tally() {}

    @Command(namespace = "toy", name = "Count", version = "1")
    record Count(@TargetEntityId String tally, int by, int most) {}

    @Event(namespace = "toy", name = "Counted", version = "1")
    record Counted(@EventTag(key = "tally") String tally, int by) {}

    static EventSourcingConfigurer configure(EventSourcingConfigurer configurer) {
        return configurer
                .registerEntity(EventSourcedEntityModule.autodetected(String.class, State.class))
                .registerCommandHandlingModule(
                        CommandHandlingModule.named("Count")
                                .commandHandlers()
                                .annotatedCommandHandlingComponent(config -> new Handler()));
    }

    static final class Handler {
        @CommandHandler
        Decision handle(Count command, @InjectEntity State state) {
            if (command.by() == BREAKS_THE_HANDLER) {
                throw new StackOverflowError("in the handler");
            }
            if (command.by() == 0) {
                return Decision.withoutEffect(command.tally(), state.times());
            }
            if (state.sum() + command.by() > command.most()) {
                throw Rejection.conflict("too-much");
            }
            return new Decision(
                    command.tally(),
                    state.times() + 1,
                    List.of(new Counted(command.tally(), command.by())));
        }
    }

    @EventSourcedEntity(tagKey = "tally")
    record State(int sum, long times) {
        @EntityCreator
        State() {
            this(0, 0);
        }

        @EventSourcingHandler
        State evolve(Counted event) {
            if (event.by() == BREAKS_THE_STATE) {
                throw new StackOverflowError("in the state");
            }
            return new State(sum + event.by(), times + 1);
        }
    }
}
