package jp.tenken.testkit.architecture.samples.code;

import org.axonframework.messaging.eventhandling.gateway.EventAppender;

public final class Appender {

    void handle(String command, EventAppender events) {
        events.append(command);
    }
}
