package jp.tenken.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * National holidays (国民の祝日), computed from the act as it stands since 2022 and from the formula of
 * the equinoxes, which is right from 1980 to 2099.
 */
final class JapaneseHolidays {

    private static final Set<MonthDay> FIXED =
            Set.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(2, 11),
                    MonthDay.of(2, 23),
                    MonthDay.of(4, 29),
                    MonthDay.of(5, 3),
                    MonthDay.of(5, 4),
                    MonthDay.of(5, 5),
                    MonthDay.of(8, 11),
                    MonthDay.of(11, 3),
                    MonthDay.of(11, 23));

    private static final double YEARLY_DRIFT = 0.242194;
    private static final double VERNAL_DAY = 20.8431;
    private static final double AUTUMNAL_DAY = 23.2488;
    private static final int EQUINOX_EPOCH = 1980;

    private JapaneseHolidays() {}

    /** Whether the day is one, by its own name, as a substitute or between two others. */
    static boolean contains(LocalDate day) {
        return isNamed(day) || isSubstitute(day) || isBetween(day);
    }

    private static boolean isNamed(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || isMonday(day) || isEquinox(day);
    }

    /** Days that the act puts on a certain Monday. */
    private static boolean isMonday(LocalDate day) {
        int ordinal =
                switch (day.getMonth()) {
                    case JANUARY, OCTOBER -> 2;
                    case JULY, SEPTEMBER -> 3;
                    default -> 0;
                };
        return ordinal > 0
                && day.equals(
                        day.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY)));
    }

    private static boolean isEquinox(LocalDate day) {
        return switch (day.getMonth()) {
            case MARCH -> day.getDayOfMonth() == equinox(VERNAL_DAY, day.getYear());
            case SEPTEMBER -> day.getDayOfMonth() == equinox(AUTUMNAL_DAY, day.getYear());
            default -> false;
        };
    }

    private static int equinox(double base, int year) {
        int years = year - EQUINOX_EPOCH;
        return (int) (base + YEARLY_DRIFT * years) - Math.floorDiv(years, 4);
    }

    /** The first day after a holiday on a Sunday that is not itself one. */
    private static boolean isSubstitute(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (isNamed(before)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
            before = before.minusDays(1);
        }
        return false;
    }

    /** A day between two holidays is one. */
    private static boolean isBetween(LocalDate day) {
        return isNamed(day.minusDays(1)) && isNamed(day.plusDays(1));
    }
}
