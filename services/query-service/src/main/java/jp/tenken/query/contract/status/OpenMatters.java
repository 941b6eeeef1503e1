package jp.tenken.query.contract.status;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.query.contract.Contracts.Concern;
import org.jspecify.annotations.Nullable;

/**
 * What is not over about a contract.
 *
 * @param items how its checklist stands; null while it has none
 * @param incidents those that are open, in the order in which they came
 * @param consultations those that are open, in the order in which they came
 * @param concerns which kinds of matters there ever were
 */
public record OpenMatters(
        @Nullable ItemStanding items,
        List<OpenIncident> incidents,
        List<OpenConsultation> consultations,
        Set<Concern> concerns) {

    /** Nothing yet. */
    static final OpenMatters NONE = new OpenMatters(null, List.of(), List.of(), Set.of());

    /** Copies the collections; equal sets come in one order, so that equal rows look the same. */
    public OpenMatters {
        incidents = List.copyOf(incidents);
        consultations = List.copyOf(consultations);
        concerns =
                concerns.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(new TreeSet<>(concerns));
    }

    OpenMatters of(ItemStanding next) {
        return new OpenMatters(next, incidents, consultations, concerns);
    }

    /** Changes the items, where there are any. */
    OpenMatters items(UnaryOperator<ItemStanding> change) {
        return items == null ? this : of(change.apply(items));
    }

    OpenMatters with(OpenIncident incident) {
        return new OpenMatters(
                items,
                Stream.concat(without(incident.incidentId()), Stream.of(incident)).toList(),
                consultations,
                concerned(Concern.INCIDENT));
    }

    /** Changes an incident where it stands. */
    OpenMatters incident(IncidentId id, UnaryOperator<OpenIncident> change) {
        return new OpenMatters(
                items,
                incidents.stream()
                        .map(each -> each.incidentId().equals(id) ? change.apply(each) : each)
                        .toList(),
                consultations,
                concerns);
    }

    OpenMatters settled(IncidentId id) {
        return new OpenMatters(items, without(id).toList(), consultations, concerns);
    }

    OpenMatters with(OpenConsultation consultation) {
        return new OpenMatters(
                items,
                incidents,
                Stream.concat(consultations.stream(), Stream.of(consultation)).toList(),
                concerned(Concern.CONSULTATION));
    }

    OpenMatters settled(ConsultationId id) {
        return new OpenMatters(
                items,
                incidents,
                consultations.stream().filter(each -> !each.consultationId().equals(id)).toList(),
                concerns);
    }

    /** The open incident of this id; null where there is none. */
    @Nullable OpenIncident incident(IncidentId id) {
        return incidents.stream()
                .filter(each -> each.incidentId().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Stream<OpenIncident> without(IncidentId id) {
        return incidents.stream().filter(each -> !each.incidentId().equals(id));
    }

    private Set<Concern> concerned(Concern concern) {
        Set<Concern> more = new TreeSet<>(concerns);
        more.add(concern);
        return more;
    }
}
