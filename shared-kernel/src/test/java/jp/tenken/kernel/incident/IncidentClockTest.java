package jp.tenken.kernel.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.calendar.JapaneseCalendar;
import org.junit.jupiter.api.Test;

class IncidentClockTest {

    private static IncidentClock clock(String learnedAt, ReportableSituation... situations) {
        return IncidentClock.of(Instant.parse(learnedAt), List.of(situations));
    }

    @Test
    void theDayOfLearningIsDayOneAndHolidaysCount() {
        IncidentClock clock = clock("2026-06-05T01:20:00Z");

        assertThat(clock.preliminaryGuide().from()).isEqualTo("2026-06-07");
        assertThat(clock.preliminaryGuide().to()).isEqualTo("2026-06-09");
        assertThat(LocalDate.parse("2026-06-05").plusDays(29)).isEqualTo("2026-07-04");
        assertThat(clock.basis()).contains("第68条", "第44条");
    }

    @Test
    void theGuideOfThePreliminaryReportNeverMovesButALastDayOnASaturdayDoes() {
        IncidentClock clock = clock("2026-06-05T01:20:00Z");

        assertThat(clock.preliminaryGuide().from()).as("a Sunday").isEqualTo("2026-06-07");
        assertThat(clock.finalDue()).as("not Saturday 4 July").isEqualTo("2026-07-06");
    }

    @Test
    void aLastDayOnAWorkingDayStays() {
        assertThat(clock("2026-06-08T01:00:00Z").finalDue()).isEqualTo("2026-07-07");
    }

    @Test
    void theDayIsTheDayInTokyo() {
        assertThat(clock("2026-06-07T14:59:59Z").finalDue()).isEqualTo("2026-07-06");
        assertThat(clock("2026-06-07T15:00:00Z").finalDue()).isEqualTo("2026-07-07");
    }

    @Test
    void aWrongfulPurposeHasSixtyDays() {
        assertThat(
                        clock(
                                        "2026-06-08T01:00:00Z",
                                        ReportableSituation.MORE_THAN_100_PERSONS,
                                        ReportableSituation.WRONGFUL_PURPOSE)
                                .finalDue())
                .isEqualTo("2026-08-06");
    }

    @Test
    void everyOtherSituationHasThirtyDays() {
        for (ReportableSituation situation : ReportableSituation.values()) {
            if (situation != ReportableSituation.WRONGFUL_PURPOSE) {
                assertThat(clock("2026-06-08T01:00:00Z", situation).finalDue())
                        .as("%s", situation)
                        .isEqualTo("2026-07-07");
            }
        }
    }

    @Test
    void aLastDayOnAHolidayMovesBeyondAllDaysOff() {
        assertThat(clock("2026-08-22T01:00:00Z").finalDue())
                .as("20 to 23 September 2026 are a Sunday and three holidays")
                .isEqualTo("2026-09-24");
        assertThat(clock("2026-11-30T01:00:00Z").finalDue())
                .as("29 December to 3 January")
                .isEqualTo("2027-01-04");
    }

    @Test
    void itNeverEndsBeforeItsDaysAndNeverOnADayOff() {
        for (int day = 0; day < 2_000; day++) {
            Instant learned = Instant.parse("2023-04-01T03:00:00Z").plusSeconds(86_400L * day);
            LocalDate first = JapaneseCalendar.dayOf(learned);
            LocalDate due = IncidentClock.of(learned, List.of()).finalDue();

            assertThat(due).as("learned on %s", first).isAfterOrEqualTo(first.plusDays(29));
            assertThat(JapaneseCalendar.isWorkingDay(due)).as("%s", due).isTrue();
            assertThat(due).isBefore(first.plusDays(29 + 12));
        }
    }

    @Test
    void limitsAreAddedNeverAltered() {
        assertThat(ReportingLimits.ALL)
                .isSortedAccordingTo((a, b) -> a.validFrom().compareTo(b.validFrom()));
        ReportingLimits first = ReportingLimits.ALL.getFirst();
        assertThat(first.validFrom()).isEqualTo("2023-04-01");
        assertThat(ReportingLimits.on(LocalDate.parse("2026-06-05"))).isEqualTo(first);
        assertThat(ReportingLimits.on(LocalDate.parse("2022-06-05")))
                .as("before the first the first is the guide")
                .isEqualTo(first);
    }
}
