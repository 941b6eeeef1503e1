package jp.tenken.testkit.architecture.samples.code;

import org.axonframework.messaging.eventhandling.annotation.EventHandler;

/** Handles events in the order of nobody knows what. */
public final class UnorderedHandling {

    @EventHandler
    void on(String event) {}
}
