package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.calendar.JapaneseCalendar;
import jp.tenken.kernel.incident.IncidentClock;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.query.contract.Cause;
import org.jspecify.annotations.Nullable;

/**
 * An incident that is neither closed nor withdrawn.
 *
 * @param incidentId the incident
 * @param reported the event by which it came to the contract
 * @param learnedAt when the municipality learned of it; null where what said so was erased
 * @param classified the latest classification; null while there is none
 * @param situations as which it is to be reported; empty also where it need not be
 */
public record OpenIncident(
        IncidentId incidentId,
        Cause reported,
        @Nullable Instant learnedAt,
        @Nullable Cause classified,
        List<ReportableSituation> situations) {

    /** Copies the list. */
    public OpenIncident {
        situations = List.copyOf(situations);
    }

    OpenIncident learned(Instant at) {
        return new OpenIncident(incidentId, reported, at, classified, situations);
    }

    OpenIncident classified(List<ReportableSituation> as, Cause cause) {
        return new OpenIncident(incidentId, reported, learnedAt, cause, as);
    }

    /**
     * The last day of its final report; null where it was decided that it need not be reported, or
     * where nobody knows since when the clock runs.
     */
    @Nullable LocalDate finalDue() {
        boolean notReportable = classified != null && situations.isEmpty();
        return learnedAt == null || notReportable
                ? null
                : IncidentClock.of(learnedAt, situations).finalDue();
    }

    /** From when on its final report is overdue; null where it is not to be reported. */
    @Nullable Instant overdueFrom() {
        LocalDate due = situations.isEmpty() ? null : finalDue();
        return due == null ? null : JapaneseCalendar.startOf(due.plusDays(1));
    }
}
