package jp.tenken.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command slice answers: the events of its decision, and what they are about.
 *
 * @param resourceId the id of what was written, as the answer names it
 * @param version the version of it after these events: what its {@code ETag} says
 * @param events payload records in order; none = the command had no effect and nothing is appended
 * @param told what the answer says beyond that, by name: words that do not follow from the events
 *     alone. It is kept beside the events, so that a repeated request hears the same; never
 *     personal data or free text
 */
public record Decision(
        String resourceId, long version, List<Object> events, Map<String, String> told) {

    /** Copies the collections. */
    public Decision {
        events = List.copyOf(events);
        told = Map.copyOf(told);
    }

    /** A decision of which the answer says nothing more. */
    public Decision(String resourceId, long version, List<Object> events) {
        this(resourceId, version, events, Map.of());
    }

    /** The same of which the answer says one thing more. */
    public Decision telling(String name, String value) {
        Map<String, String> more = new HashMap<>(told);
        more.put(name, value);
        return new Decision(resourceId, version, events, more);
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
