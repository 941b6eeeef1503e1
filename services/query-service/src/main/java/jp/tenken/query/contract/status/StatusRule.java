package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tenken.query.contract.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What status a contract has at an instant, and why. Pure: what changes with time alone follows
 * from the instant, never from a clock.
 */
public final class StatusRule {

    private static final Comparator<StatusReason> WORST_FIRST =
            Comparator.comparing(StatusReason::status).thenComparing(StatusReason::since);

    private StatusRule() {}

    /**
     * A status with its reasons.
     *
     * @param status the worst of the reasons'
     * @param reasons worst first, then the oldest first; never empty
     * @param nextChangeAt when status or reasons change without any event; null where they do not
     */
    public record Standing(
            ContractStatus status, List<StatusReason> reasons, @Nullable Instant nextChangeAt) {

        /** Every status that one of the reasons gives, worst first. */
        public Set<ContractStatus> statuses() {
            return reasons.stream()
                    .map(StatusReason::status)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * The status of a contract.
     *
     * @param row as the events up to some point made it
     * @param instant for which to ask, not before {@link ContractRow#changedAt}
     */
    public static Standing statusAt(ContractRow row, Instant instant) {
        List<StatusReason> reasons = new ArrayList<>();
        Instant next = null;
        for (OpenIncident incident : row.matters().incidents()) {
            reasons.add(open(incident));
            Instant overdueFrom = incident.overdueFrom();
            if (overdueFrom != null && overdueFrom.isAfter(instant)) {
                next = next == null || overdueFrom.isBefore(next) ? overdueFrom : next;
            } else if (overdueFrom != null) {
                reasons.add(overdue(incident, overdueFrom));
            }
        }
        for (OpenConsultation consultation : row.matters().consultations()) {
            reasons.add(
                    StatusReason.of(
                            ContractStatus.CONSULTATION_OPEN,
                            consultation.itemCodes().stream().sorted().toList(),
                            consultation.opened()));
        }
        ContractProfile.Closure closure = row.profile().closure();
        if (closure != null) {
            reasons.add(StatusReason.of(ContractStatus.CLOSED, List.of(), closure.closed()));
        } else {
            ofItems(row, reasons);
        }
        reasons.sort(WORST_FIRST);
        return new Standing(reasons.getFirst().status(), List.copyOf(reasons), next);
    }

    /**
     * Every status for which there comes to be a reason from the contract's latest event on, as
     * long as there is no further one.
     */
    static Set<ContractStatus> statusesFrom(ContractRow row) {
        Set<ContractStatus> statuses = new TreeSet<>();
        Instant instant = row.changedAt();
        while (instant != null) {
            Standing standing = statusAt(row, instant);
            statuses.addAll(standing.statuses());
            instant = standing.nextChangeAt();
        }
        return statuses;
    }

    private static StatusReason open(OpenIncident incident) {
        return new StatusReason(
                ContractStatus.INCIDENT_OPEN,
                List.of(),
                List.of(incident.reported().eventId()),
                incident.reported().at(),
                incident.finalDue());
    }

    private static StatusReason overdue(OpenIncident incident, Instant since) {
        LocalDate due = incident.finalDue();
        return new StatusReason(
                ContractStatus.OVERDUE,
                List.of(),
                List.of(
                        incident.reported().eventId(),
                        Objects.requireNonNull(incident.classified()).eventId()),
                since,
                due);
    }

    // Nothing is decided about a closed contract, so nothing is left to be decided there.
    private static void ofItems(ContractRow row, List<StatusReason> reasons) {
        ItemStanding items = row.matters().items();
        if (items != null && !items.undecided().isEmpty()) {
            reasons.add(
                    StatusReason.of(
                            ContractStatus.UNDECIDED_ITEMS, items.undecided(), items.opened()));
        }
        if (items != null && !items.decided().stale().isEmpty()) {
            reasons.add(stale(items.decided().stale()));
        }
        if (reasons.isEmpty()) {
            Cause done = items == null ? null : items.completed();
            reasons.add(
                    StatusReason.of(
                            ContractStatus.IN_ORDER,
                            List.of(),
                            done == null ? row.profile().registered() : done));
        }
    }

    private static StatusReason stale(List<Stale> items) {
        List<Cause> causes =
                items.stream()
                        .map(Stale::cause)
                        .distinct()
                        .sorted(Comparator.comparing(Cause::at))
                        .toList();
        return new StatusReason(
                ContractStatus.STALE,
                items.stream().map(Stale::itemCode).toList(),
                causes.stream().map(Cause::eventId).toList(),
                causes.getFirst().at(),
                null);
    }
}
