package jp.tenken.eventstore.axon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/** Axon's criteria in the words of the log. */
final class CriteriaTranslation {

    /** A type that no event has: criteria that match it without tags match everything. */
    private static final QualifiedName NO_TYPE = new QualifiedName("\u0000");

    private CriteriaTranslation() {}

    static Criteria translate(EventCriteria criteria) {
        // Flattening drops "any event", also from inside an "or", and would leave a narrower choice
        // than was asked.
        if (criteria.matches(NO_TYPE, Set.of())) {
            return Criteria.EVERYTHING;
        }
        Set<Criterion> anyOf = new LinkedHashSet<>();
        for (EventCriterion criterion : criteria.flatten()) {
            anyOf.add(
                    new Criterion(
                            criterion.tags().stream()
                                    .map(tag -> new EventTag(tag.key(), tag.value()))
                                    .collect(Collectors.toUnmodifiableSet()),
                            criterion.types().stream()
                                    .map(QualifiedName::name)
                                    .collect(Collectors.toUnmodifiableSet())));
        }
        return new Criteria(List.copyOf(anyOf));
    }
}
