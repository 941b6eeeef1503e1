package jp.tenken.eventstore;

import java.util.List;

/**
 * A choice of events: an event matches when any criterion does.
 *
 * @param anyOf at least one
 */
public record Criteria(List<Criterion> anyOf) {

    /** Every event, tagged or not. */
    public static final Criteria EVERYTHING =
            new Criteria(List.of(new Criterion(java.util.Set.of(), java.util.Set.of())));

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
