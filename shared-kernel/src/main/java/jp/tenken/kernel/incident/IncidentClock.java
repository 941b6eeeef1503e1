package jp.tenken.kernel.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import jp.tenken.kernel.calendar.JapaneseCalendar;

/**
 * By when the reports about an incident are due. Days are days in Tokyo; the day of learning is day
 * 1, and holidays count.
 *
 * @param learnedAt when the municipality learned of it
 * @param preliminaryGuide when the preliminary report is expected; a guide, so it never moves
 * @param finalDue last day of the final report; where that is a Saturday, a Sunday, a national
 *     holiday or between 29 December and 3 January, the next working day
 * @param basis the articles, in Japanese
 */
public record IncidentClock(
        Instant learnedAt, PreliminaryGuide preliminaryGuide, LocalDate finalDue, String basis) {

    /**
     * The days in which the preliminary report is expected, both included.
     *
     * @param from the first day
     * @param to the last day
     */
    public record PreliminaryGuide(LocalDate from, LocalDate to) {}

    /**
     * The clock of an incident.
     *
     * @param learnedAt when the municipality learned of it
     * @param situations what it was classified as, or, before that, what its facts suggest; only
     *     {@link ReportableSituation#WRONGFUL_PURPOSE} makes a difference
     */
    public static IncidentClock of(Instant learnedAt, Collection<ReportableSituation> situations) {
        LocalDate learned = JapaneseCalendar.dayOf(learnedAt);
        ReportingLimits limits = ReportingLimits.on(learned);
        int lastDay =
                situations.contains(ReportableSituation.WRONGFUL_PURPOSE)
                        ? limits.finalDayWrongfulPurpose()
                        : limits.finalDay();
        return new IncidentClock(
                learnedAt,
                new PreliminaryGuide(
                        day(learned, limits.preliminaryFromDay()),
                        day(learned, limits.preliminaryToDay())),
                JapaneseCalendar.workingDayFrom(day(learned, lastDay)),
                limits.basis());
    }

    private static LocalDate day(LocalDate first, int number) {
        return first.plusDays(number - 1L);
    }
}
