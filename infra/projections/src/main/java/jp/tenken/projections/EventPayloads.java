package jp.tenken.projections;

import jp.tenken.eventstore.StoredEvent;

/**
 * Turns stored payloads into today's event records, upcasting older versions on the way. Supplied
 * by whoever assembles the process; must be pure and safe for any number of threads.
 */
@FunctionalInterface
public interface EventPayloads {

    /**
     * The payload as the record that today stands for the event.
     *
     * @throws RuntimeException when the bytes cannot be read; the view that asked stops with an
     *     alarm
     */
    Object decode(StoredEvent event);

    /**
     * The name under which views handle an event today: the stored one, unless an upcaster renames
     * the event. Asked for every event that is scanned, so it must cost no more than a look into a
     * map.
     */
    default String nameToday(StoredEvent event) {
        return event.name();
    }
}
