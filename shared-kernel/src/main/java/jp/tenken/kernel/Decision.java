package jp.tenken.kernel;

import java.util.List;

/**
 * What a command slice answers: the events of its decision, and what they are about.
 *
 * @param resourceId the id of what was written, as the answer names it
 * @param version the version of it after these events: what its {@code ETag} says
 * @param events payload records in order; none = the command had no effect and nothing is appended
 */
public record Decision(String resourceId, long version, List<Object> events) {

    /** Copies the events. */
    public Decision {
        events = List.copyOf(events);
    }

    /** A decision that changed nothing. */
    public static Decision withoutEffect(String resourceId, long version) {
        return new Decision(resourceId, version, List.of());
    }

    /** Whether nothing is appended. */
    public boolean isWithoutEffect() {
        return events.isEmpty();
    }
}
