package jp.tenken.projections;

import jp.tenken.eventstore.StoredEvent;

/**
 * Turns stored payloads into today's event records, upcasting older versions on the way. Supplied
 * by whoever assembles the process; must be pure and safe for any number of threads.
 */
@FunctionalInterface
public interface EventPayloads {

    /**
     * The payload as the record that today stands for {@link StoredEvent#name()}. Upcasting changes
     * a payload's shape, never the event's name.
     *
     * @throws RuntimeException when the bytes cannot be read; the view that asked stops with an
     *     alarm
     */
    Object decode(StoredEvent event);
}
