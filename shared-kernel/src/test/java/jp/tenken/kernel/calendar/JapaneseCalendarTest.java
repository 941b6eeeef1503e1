package jp.tenken.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
}
