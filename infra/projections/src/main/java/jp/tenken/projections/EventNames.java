package jp.tenken.projections;

import org.axonframework.messaging.eventhandling.annotation.Event;

/** The stable name under which an event record is stored. */
final class EventNames {

    private EventNames() {}

    /**
     * {@code namespace.name} of the record's {@link Event} annotation.
     *
     * @throws IllegalArgumentException when the type carries none or leaves a part to defaults: a
     *     name derived from a Java class would change when the class is renamed
     */
    static String of(Class<?> eventType) {
        Event event = eventType.getAnnotation(Event.class);
        if (event == null || event.namespace().isBlank() || event.name().isBlank()) {
            throw new IllegalArgumentException(
                    eventType.getName()
                            + " needs @Event with a namespace and a name to be read by a view");
        }
        return event.namespace() + "." + event.name();
    }
}
