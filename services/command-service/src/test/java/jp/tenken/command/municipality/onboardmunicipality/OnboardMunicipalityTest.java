package jp.tenken.command.municipality.onboardmunicipality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.municipality.onboardmunicipality.OnboardMunicipalityHandler.State;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.template.TemplateWording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OnboardMunicipalityTest {

    private static final MunicipalityCode SHINJUKU = MunicipalityCode.of("131041");
    private static final State ONBOARDED = new State().evolve(Given.onboarded());

    @Test
    void aNewMunicipalityComesOnBoardAndAdoptsTheTemplateInItsOwnWords() {
        Decision decision = OnboardMunicipalityHandler.decide(shinjuku("新宿区", null), new State());

        assertThat(decision)
                .isEqualTo(new Decision("131041", 1, List.of(Given.onboarded(), Given.adopted())));
    }

    @Test
    void aTownAdoptsItInATownsWords() {
        OnboardMunicipality oshima =
                new OnboardMunicipality(
                        MunicipalityCode.of("133612"),
                        " 大島町　",
                        "Oshima Town",
                        MunicipalityKind.TOWN,
                        null);

        assertThat(OnboardMunicipalityHandler.decide(oshima, new State()).events())
                .contains(Given.adopted(new TemplateWording("大島町", "Oshima Town", "町", "town")));
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        assertThat(OnboardMunicipalityHandler.decide(shinjuku("新宿区", 1L), ONBOARDED))
                .isEqualTo(Decision.withoutEffect("131041", 1));
    }

    @Test
    void sayingSomethingElseIsAConflict() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "municipality-already-onboarded",
                () -> OnboardMunicipalityHandler.decide(shinjuku("新シュク区", null), ONBOARDED));
    }

    @Test
    void aVersionThatIsNotTheLatestIsStale() {
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> OnboardMunicipalityHandler.decide(shinjuku("新宿区", 1L), new State()));
    }

    @Test
    void aNameIsNeeded() {
        Rejected.as(Rejection.Kind.INVALID, "text-required", () -> shinjuku("　", null));
    }

    private static OnboardMunicipality shinjuku(String nameJa, @Nullable Long expectedVersion) {
        return new OnboardMunicipality(
                SHINJUKU, nameJa, "Shinjuku City", MunicipalityKind.SPECIAL_WARD, expectedVersion);
    }
}
