package jp.tenken.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/**
 * Days and fiscal years as a Japanese municipality counts them.
 *
 * <p>Days are days in Tokyo; a fiscal year (年度) runs from 1 April to 31 March and is named by the
 * year in which it begins; a date given as a point in time means the end of that day.
 */
public final class JapaneseCalendar {

    /** The zone of every day here; Japan has no summer time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final Month FIRST_MONTH = Month.APRIL;

    private JapaneseCalendar() {}

    /** The day in Tokyo on which the instant falls. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first instant of the day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The last instant of the day, inclusive, in nanoseconds: what "as of 31 March" means. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusNanos(1);
    }

    /** The fiscal year in which the day falls. */
    public static FiscalYear fiscalYearOf(LocalDate day) {
        boolean begun = day.getMonthValue() >= FIRST_MONTH.getValue();
        return new FiscalYear(begun ? day.getYear() : day.getYear() - 1);
    }

    /**
     * Whether offices are open: neither a Saturday, a Sunday, a national holiday, nor between 29
     * December and 3 January.
     */
    public static boolean isWorkingDay(LocalDate day) {
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !isTurnOfTheYear(day) && !JapaneseHolidays.contains(day);
    }

    /** The day itself, or the first working day after it. */
    public static LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    private static boolean isTurnOfTheYear(LocalDate day) {
        return switch (day.getMonth()) {
            case DECEMBER -> day.getDayOfMonth() >= 29;
            case JANUARY -> day.getDayOfMonth() <= 3;
            default -> false;
        };
    }

    static LocalDate firstDayOf(FiscalYear year) {
        return LocalDate.of(year.startYear(), FIRST_MONTH, 1);
    }
}
