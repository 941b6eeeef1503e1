package jp.tenken.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalityCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "131041", "131130", "131016", "131121", "010006", "130001", "133612", "472018",
                "141305", "401307"
            })
    void acceptsPublishedCodes(String code) {
        assertThat(MunicipalityCode.of(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"131040", "131042", "13104", "1310410", "１３１０４１", "", "13104a", " 131041"})
    void refusesAWrongCheckDigitAndEveryOtherForm(String code) {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> MunicipalityCode.of(code))
                .satisfies(
                        rejection -> {
                            assertThat(rejection.kind()).isEqualTo(Rejection.Kind.INVALID);
                            assertThat(rejection.code()).isEqualTo("municipality-code-invalid");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"131041", "131130"})
    void theTenantFollowsFromTheCodeAndFromNothingElse(String code) {
        TenantId tenant = TenantId.derivedFrom(MunicipalityCode.of(code));

        assertThat(tenant).isEqualTo(TenantId.derivedFrom(MunicipalityCode.of(code)));
        assertThat(tenant).isNotEqualTo(TenantId.derivedFrom(MunicipalityCode.of("131016")));
        assertThat(tenant.value()).hasSize(36).doesNotContain(code);
    }
}
