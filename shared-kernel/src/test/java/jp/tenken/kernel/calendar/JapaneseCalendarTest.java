package jp.tenken.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JapaneseCalendarTest {

    @Test
    void aDayIsADayInTokyo() {
        assertThat(JapaneseCalendar.dayOf(Instant.parse("2027-03-31T14:59:59.999Z")))
                .isEqualTo("2027-03-31");
        assertThat(JapaneseCalendar.dayOf(Instant.parse("2027-03-31T15:00:00Z")))
                .isEqualTo("2027-04-01");
    }

    @Test
    void theEndOfADayIsItsLastInstant() {
        LocalDate day = LocalDate.parse("2027-03-31");

        assertThat(JapaneseCalendar.endOf(day)).isEqualTo("2027-03-31T14:59:59.999999999Z");
        assertThat(JapaneseCalendar.startOf(day)).isEqualTo("2027-03-30T15:00:00Z");
        assertThat(JapaneseCalendar.dayOf(JapaneseCalendar.endOf(day))).isEqualTo(day);
    }

    @Test
    void aFiscalYearRunsFromAprilToMarchAndIsNamedByItsBeginning() {
        FiscalYear year = FiscalYear.of(2026);

        assertThat(year.firstDay()).isEqualTo("2026-04-01");
        assertThat(year.lastDay()).isEqualTo("2027-03-31");
        assertThat(year.contains(LocalDate.parse("2027-03-31"))).isTrue();
        assertThat(year.contains(LocalDate.parse("2026-03-31"))).isFalse();
        assertThat(JapaneseCalendar.fiscalYearOf(LocalDate.parse("2027-01-01"))).isEqualTo(year);
        assertThat(JapaneseCalendar.fiscalYearOf(LocalDate.parse("2027-04-01")))
                .isEqualTo(year.next())
                .isGreaterThan(year);
    }

    @Test
    void officesAreClosedOnWeekendsHolidaysAndAtTheTurnOfTheYear() {
        for (String day :
                List.of(
                        "2026-07-04", // Saturday
                        "2026-07-05", // Sunday
                        "2026-12-29",
                        "2027-01-03",
                        "2023-01-02", // substitute of New Year's Day, a Sunday
                        "2024-02-12", // substitute
                        "2025-05-06", // substitute, three days after its Sunday
                        "2024-09-16", // the third Monday
                        "2026-09-22", // between two holidays
                        "2026-09-23", // autumnal equinox
                        "2027-03-22", // substitute of the vernal equinox
                        "2024-03-20",
                        "2025-03-20",
                        "2026-03-20",
                        "2026-02-23",
                        "2026-08-11")) {
            assertThat(JapaneseCalendar.isWorkingDay(LocalDate.parse(day))).as(day).isFalse();
        }
        for (String day :
                List.of("2026-12-28", "2027-01-04", "2025-05-07", "2026-09-24", "2024-09-17")) {
            assertThat(JapaneseCalendar.isWorkingDay(LocalDate.parse(day))).as(day).isTrue();
        }
    }

    @Test
    void theWorkingDayFromADayIsThatDayOrTheFirstAfterIt() {
        assertThat(JapaneseCalendar.workingDayFrom(LocalDate.parse("2026-07-06")))
                .isEqualTo("2026-07-06");
        assertThat(JapaneseCalendar.workingDayFrom(LocalDate.parse("2026-09-19")))
                .isEqualTo("2026-09-24");
    }
}
