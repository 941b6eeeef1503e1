package jp.tenken.eventstore;

import java.util.Set;

/**
 * One way for an event to match: it carries <em>all</em> of the tags and is <em>any</em> of the
 * types.
 *
 * @param tags empty = whatever its tags, also none
 * @param types qualified names; empty = whatever its type
 */
public record Criterion(Set<EventTag> tags, Set<String> types) {

    /** Copies both sets. */
    public Criterion {
        tags = Set.copyOf(tags);
        types = Set.copyOf(types);
    }

    /** Whether the event matches. Its tags are looked at only where some are wanted. */
    public boolean matches(StoredEvent event) {
        return (types.isEmpty() || types.contains(event.name()))
                && (tags.isEmpty() || event.carries(tags));
    }
}
