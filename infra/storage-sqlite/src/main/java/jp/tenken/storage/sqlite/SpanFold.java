package jp.tenken.storage.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.projections.Row;

/**
 * Folds the versions of one key, in order, into spans: a value that stays over many versions
 * becomes one span. Pure; for one thread.
 */
final class SpanFold {

    /** What a span is about: an attribute's value, and the sort that the row has meanwhile. */
    record Subject(int attribute, String value, String sort) {}

    /** For how long a subject held. */
    record Span(Subject subject, long since, long until) {}

    /**
     * What matters of a version here: from when, to when at the latest, and under which subjects it
     * stands.
     */
    record Version(long since, long ended, Set<Subject> subjects) {

        static Version of(ViewLayout layout, Row row) {
            return of(layout, row.since(), row.until(), row.sort(), row.attributes());
        }

        static Version of(
                ViewLayout layout,
                long since,
                long ended,
                String sort,
                Map<String, Set<String>> attributes) {
            Set<Subject> subjects = new HashSet<>();
            if (ended > since) {
                subjects.add(new Subject(ViewLayout.ROW_ITSELF, "", sort));
                attributes.forEach(
                        (name, values) -> {
                            int attribute = layout.attribute(name);
                            values.forEach(
                                    value -> subjects.add(new Subject(attribute, value, sort)));
                        });
            }
            return new Version(since, ended, subjects);
        }

        /** The same for longer. */
        Version until(long later) {
            return new Version(since, later, subjects);
        }
    }

    private static final long STORED = Long.MIN_VALUE;

    private final Map<Subject, Long> open = new HashMap<>();

    /** Spans to add; those that still go on have {@link Row#OPEN} as their end. */
    final List<Span> added = new ArrayList<>();

    /** Stored spans without an end that now have one; their beginning is not known here. */
    final List<Span> ended = new ArrayList<>();

    /** Starts with nothing stored. */
    SpanFold() {}

    /** Starts behind a version whose spans are stored. */
    SpanFold(Version newest) {
        if (newest.ended() == Row.OPEN) {
            newest.subjects().forEach(subject -> open.put(subject, STORED));
        }
    }

    /** Folds all versions, ascending. */
    void fold(List<Version> versions) {
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            long next = i + 1 < versions.size() ? versions.get(i + 1).since() : Row.OPEN;
            retain(version.subjects(), version.since());
            version.subjects().forEach(subject -> open.putIfAbsent(subject, version.since()));
            if (version.ended() < next) {
                retain(Set.of(), version.ended());
            }
        }
        open.forEach(
                (subject, since) -> {
                    if (since != STORED) {
                        added.add(new Span(subject, since, Row.OPEN));
                    }
                });
    }

    /** Ends what is open and not among the subjects. */
    private void retain(Set<Subject> subjects, long at) {
        Iterator<Map.Entry<Subject, Long>> each = open.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Subject, Long> entry = each.next();
            if (!subjects.contains(entry.getKey())) {
                each.remove();
                Span span = new Span(entry.getKey(), entry.getValue(), at);
                (entry.getValue() == STORED ? ended : added).add(span);
            }
        }
    }
}
