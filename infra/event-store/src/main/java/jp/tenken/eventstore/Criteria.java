package jp.tenken.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A choice of events: an event matches when any criterion does.
 *
 * @param anyOf at least one
 */
public record Criteria(List<Criterion> anyOf) {

    /** Every event, tagged or not. */
    public static final Criteria EVERYTHING =
            new Criteria(List.of(new Criterion(Set.of(), Set.of())));

    /** Refuses an empty choice, which would silently match nothing. */
    public Criteria {
        anyOf = List.copyOf(anyOf);
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("criteria need at least one criterion");
        }
    }

    /** Whether the event matches. */
    public boolean matches(StoredEvent event) {
        for (Criterion criterion : anyOf) {
            if (criterion.matches(event)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A tag that every matching event carries, because every criterion asks for it; empty when
     * there is none with one of these keys.
     */
    public Optional<EventTag> commonTag(Set<String> keys) {
        for (EventTag tag : anyOf.getFirst().tags()) {
            if (keys.contains(tag.key()) && isAskedForByAll(tag)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    private boolean isAskedForByAll(EventTag tag) {
        for (Criterion criterion : anyOf) {
            if (!criterion.tags().contains(tag)) {
                return false;
            }
        }
        return true;
    }

    /** Whether any event of the commit matches; never for a tombstone. */
    public boolean matchesAny(Commit commit) {
        for (StoredEvent event : commit.events()) {
            if (matches(event)) {
                return true;
            }
        }
        return false;
    }
}
