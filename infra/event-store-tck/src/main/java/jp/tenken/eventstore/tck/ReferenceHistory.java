package jp.tenken.eventstore.tck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import jp.tenken.eventstore.StoredEvent;

/**
 * What an event store means, in as few lines as possible: a list of events, searched from the
 * front.
 */
final class ReferenceHistory {

    private record Happened(String tenant, String name, Set<EventTag> tags) {}

    private final List<Happened> events = new ArrayList<>();

    /** Of what stands in a log. */
    static ReferenceHistory of(List<Commit> commits) {
        ReferenceHistory history = new ReferenceHistory();
        commits.forEach(commit -> history.append(commit.header().tenant(), commit.events()));
        return history;
    }

    long head() {
        return events.size();
    }

    void append(String tenant, List<StoredEvent> appended) {
        appended.forEach(
                event ->
                        events.add(
                                new Happened(tenant, event.name(), new HashSet<>(event.tags()))));
    }

    /** Positions in {@code (after, upTo]} of the tenant's events that match. */
    List<Long> matching(String tenant, Criteria criteria, long after, long upTo) {
        List<Long> positions = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            long position = i + 1L;
            if (position > after
                    && position <= upTo
                    && events.get(i).tenant().equals(tenant)
                    && matches(events.get(i), criteria)) {
                positions.add(position);
            }
        }
        return positions;
    }

    private static boolean matches(Happened event, Criteria criteria) {
        for (Criterion criterion : criteria.anyOf()) {
            boolean type = criterion.types().isEmpty() || criterion.types().contains(event.name());
            if (type && event.tags().containsAll(criterion.tags())) {
                return true;
            }
        }
        return false;
    }
}
