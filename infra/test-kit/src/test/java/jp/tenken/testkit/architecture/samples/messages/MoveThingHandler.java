package jp.tenken.testkit.architecture.samples.messages;

import org.axonframework.messaging.commandhandling.annotation.CommandHandler;

public final class MoveThingHandler {

    @CommandHandler
    String handle(MoveThing command) {
        return command.toString();
    }
}
