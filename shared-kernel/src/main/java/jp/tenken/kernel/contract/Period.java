package jp.tenken.kernel.contract;

import java.time.LocalDate;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.calendar.FiscalYear;
import jp.tenken.kernel.calendar.JapaneseCalendar;

/**
 * The days of a contract, both ends included, as days in Tokyo.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Period(LocalDate from, LocalDate to) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    /** Refuses an end before the beginning and years that nobody means ({@code period-invalid}). */
    public Period {
        if (to.isBefore(from) || from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw Rejection.invalid(RejectionCodes.PERIOD_INVALID);
        }
    }

    /** The fiscal year in which the contract begins: the one to which it is counted. */
    public FiscalYear fiscalYear() {
        return JapaneseCalendar.fiscalYearOf(from);
    }

    /** Whether the day is one of them. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
