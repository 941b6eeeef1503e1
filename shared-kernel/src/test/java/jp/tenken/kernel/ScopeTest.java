package jp.tenken.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final DepartmentCode OWN = DepartmentCode.of("0101");
    private static final DepartmentCode OTHER = DepartmentCode.of("0102");
    private static final ContractorId CONTRACTOR = ContractorId.ofName("株式会社サンプル");

    @Test
    void aDepartmentCoversItsContractsAndThoseInWhichItParticipates() {
        Scope scope = Scope.ofDepartments(Set.of(OWN));

        assertThat(scope.covers(List.of(OWN), CONTRACTOR)).isTrue();
        assertThat(scope.covers(List.of(OTHER, OWN), CONTRACTOR)).isTrue();
        assertThat(scope.covers(List.of(OTHER), CONTRACTOR)).isFalse();
    }

    @Test
    void aContractorCoversItsOwnContractsOnly() {
        Scope scope = Scope.ofContractors(Set.of(CONTRACTOR));

        assertThat(scope.covers(List.of(OTHER), CONTRACTOR)).isTrue();
        assertThat(scope.covers(List.of(OWN), ContractorId.ofName("別の会社"))).isFalse();
        assertThat(scope.covers(OWN)).isFalse();
    }

    @Test
    void theWholeMunicipalityCoversEverything() {
        assertThatCode(() -> Scope.whole().require(OTHER)).doesNotThrowAnyException();
        assertThatCode(Scope.whole()::requireWhole).doesNotThrowAnyException();
    }

    @Test
    void nothingIsCoveredByAnEmptyScope() {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> Scope.ofDepartments(Set.of()).require(List.of(OWN), CONTRACTOR))
                .satisfies(
                        rejection -> {
                            assertThat(rejection.kind()).isEqualTo(Rejection.Kind.FORBIDDEN);
                            assertThat(rejection.code()).isEqualTo("out-of-scope");
                        });
    }
}
