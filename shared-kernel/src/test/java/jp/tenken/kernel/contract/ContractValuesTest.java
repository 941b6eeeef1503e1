package jp.tenken.kernel.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.calendar.FiscalYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractValuesTest {

    @Test
    void acceptsACorporateNumberWithARightCheckDigit() {
        assertThat(CorporateNumber.of("1180301018771")).hasToString("1180301018771");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2180301018771", "1180301018772", "118030101877", "１１８０３０１０１８７７１", ""})
    void refusesAnyOtherCorporateNumber(String number) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> CorporateNumber.of(number))
                .satisfies(
                        rejection ->
                                assertThat(rejection.code()).isEqualTo("corporate-number-invalid"));
    }

    @Test
    void aPeriodIncludesBothEndsAndCountsToTheFiscalYearOfItsBeginning() {
        Period period = new Period(LocalDate.parse("2026-03-31"), LocalDate.parse("2027-03-31"));

        assertThat(period.fiscalYear()).isEqualTo(FiscalYear.of(2025));
        assertThat(period.contains(LocalDate.parse("2027-03-31"))).isTrue();
        assertThat(period.contains(LocalDate.parse("2027-04-01"))).isFalse();
    }

    @Test
    void aPeriodMayBeOneDayButNotEndBeforeItBegins() {
        LocalDate day = LocalDate.parse("2026-04-01");

        assertThat(new Period(day, day).contains(day)).isTrue();
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> new Period(day, day.minusDays(1)))
                .satisfies(rejection -> assertThat(rejection.code()).isEqualTo("period-invalid"));
    }

    @Test
    void theEstimateOfPersonsIsNotNegative() {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> factsWith(-1))
                .satisfies(
                        rejection -> assertThat(rejection.code()).isEqualTo("number-out-of-range"));
        assertThat(factsWith(0).personsEstimate()).isZero();
    }

    private static ContractFacts factsWith(int personsEstimate) {
        return new ContractFacts(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                personsEstimate,
                " ",
                null);
    }
}
