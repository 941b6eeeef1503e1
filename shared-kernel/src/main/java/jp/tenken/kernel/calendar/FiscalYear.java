package jp.tenken.kernel.calendar;

import java.time.LocalDate;

/**
 * A fiscal year (年度), 1 April to 31 March.
 *
 * @param startYear the calendar year in which it begins: 2026 = 令和8年度
 */
public record FiscalYear(int startYear) implements Comparable<FiscalYear> {

    /** The fiscal year that begins in this calendar year. */
    public static FiscalYear of(int startYear) {
        return new FiscalYear(startYear);
    }

    /** 1 April. */
    public LocalDate firstDay() {
        return JapaneseCalendar.firstDayOf(this);
    }

    /** 31 March of the next calendar year. */
    public LocalDate lastDay() {
        return next().firstDay().minusDays(1);
    }

    /** The one after it. */
    public FiscalYear next() {
        return new FiscalYear(startYear + 1);
    }

    /** Whether the day falls into it. */
    public boolean contains(LocalDate day) {
        return JapaneseCalendar.fiscalYearOf(day).equals(this);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(startYear, other.startYear);
    }
}
