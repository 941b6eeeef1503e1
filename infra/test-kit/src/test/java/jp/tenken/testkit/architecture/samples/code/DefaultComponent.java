package jp.tenken.testkit.architecture.samples.code;

import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;

/** Relies on the default policy. */
public final class DefaultComponent {

    /** Without a policy. */
    public SimpleEventHandlingComponent component() {
        return new SimpleEventHandlingComponent();
    }
}
