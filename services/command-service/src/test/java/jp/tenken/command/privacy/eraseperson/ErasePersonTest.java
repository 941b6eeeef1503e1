package jp.tenken.command.privacy.eraseperson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.privacy.eraseperson.ErasePersonHandler.State;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.privacy.PersonErased;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErasePersonTest {

    private static final PersonErased ERASED = new PersonErased("tanaka", Given.SEALED);
    private static final State ONBOARDED = new State().evolve(Given.onboarded());

    @Test
    void aPersonIsErased() {
        assertThat(decide("tanaka", null, ONBOARDED))
                .isEqualTo(new Decision("tanaka", 1, List.of(ERASED)));
    }

    @Test
    void erasingAgainChangesNothingAndNobodyElse() {
        State erased = ONBOARDED.evolve(ERASED);

        assertThat(decide("tanaka", null, erased)).isEqualTo(Decision.withoutEffect("tanaka", 1));
        assertThat(decide("sato", null, erased).isWithoutEffect()).isFalse();
    }

    @Test
    void thereIsNobodyWithoutAMunicipality() {
        Rejected.as(
                Rejection.Kind.NOT_FOUND,
                "municipality-not-found",
                () -> decide("tanaka", null, new State()));
    }

    @Test
    void anErasureDecidedOnAnOlderVersionIsStale() {
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> decide("tanaka", 0L, ONBOARDED.evolve(ERASED)));
    }

    @Test
    void whoMayNotActForTheWholeMunicipalityErasesNobody() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () ->
                        ErasePersonHandler.decide(
                                new ErasePerson("tanaka", Given.SEALED, Given.STAFF, null),
                                ONBOARDED));
    }

    private static Decision decide(String person, @Nullable Long expected, State state) {
        return ErasePersonHandler.decide(
                new ErasePerson(person, Given.SEALED, Scope.whole(), expected), state);
    }
}
