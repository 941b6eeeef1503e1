package jp.tenken.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import jp.tenken.kernel.calendar.FiscalYear;
import jp.tenken.kernel.calendar.JapaneseCalendar;

/**
 * The days of the try-out. They follow from the instant at which its first start began, so that the
 * content fits whatever day it is tried on, and a later start that completes it says the same words
 * again.
 *
 * @param begun when the first start began
 */
record TryOutDates(Instant begun) {

    private static final Duration SINCE_THE_INCIDENT = Duration.ofHours(30);
    private static final int MONTHS_OVER = 3;
    private static final int MONTHS_LONG = 6;

    /**
     * From a day to a day, both included.
     *
     * @param from first day
     * @param to last day
     */
    record Days(LocalDate from, LocalDate to) {}

    /** The day on which it began, in Tokyo. */
    LocalDate today() {
        return JapaneseCalendar.dayOf(begun);
    }

    /** The fiscal year of that day: how long most contracts run. */
    Days year() {
        FiscalYear year = JapaneseCalendar.fiscalYearOf(today());
        return new Days(year.firstDay(), year.lastDay());
    }

    /** Half a year that has been over for longer than a report of the erasure may take. */
    Days over() {
        YearMonth last = YearMonth.from(today()).minusMonths(MONTHS_OVER);
        return new Days(last.minusMonths(MONTHS_LONG - 1L).atDay(1), last.atEndOfMonth());
    }

    /** When the incident became known: recent enough that every limit is still running. */
    Instant incidentLearned() {
        return begun.minus(SINCE_THE_INCIDENT).truncatedTo(ChronoUnit.HOURS);
    }
}
