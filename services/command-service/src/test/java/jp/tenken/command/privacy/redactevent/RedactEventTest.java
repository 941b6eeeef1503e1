package jp.tenken.command.privacy.redactevent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.Given;
import jp.tenken.command.Rejected;
import jp.tenken.command.privacy.redactevent.RedactEventHandler.State;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.privacy.TextRedacted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedactEventTest {

    private static final List<String> KEYS = List.of("key-1", "key-2");
    private static final TextRedacted REDACTED = new TextRedacted("e-1", KEYS, Given.SEALED);
    private static final State NOTHING = new State();

    @Test
    void theTextsOfAnEventAreErasedTogether() {
        assertThat(decide("e-1", KEYS, null, NOTHING))
                .isEqualTo(new Decision("e-1", 1, List.of(REDACTED)));
    }

    @Test
    void erasingAgainChangesNothing() {
        assertThat(decide("e-1", KEYS, null, NOTHING.evolve(REDACTED)))
                .isEqualTo(Decision.withoutEffect("e-1", 1));
    }

    @Test
    void anotherEventIsNotErasedWithIt() {
        assertThat(decide("e-2", KEYS, null, NOTHING.evolve(REDACTED)).isWithoutEffect()).isFalse();
    }

    @Test
    void anEventWithoutFreeTextCannotBeErased() {
        Rejected.as(
                Rejection.Kind.CONFLICT,
                "nothing-to-redact",
                () -> decide("e-1", List.of(), null, NOTHING));
    }

    @Test
    void anErasureDecidedOnAnOlderVersionIsStale() {
        Rejected.as(
                Rejection.Kind.STALE,
                "version-stale",
                () -> decide("e-1", KEYS, 0L, NOTHING.evolve(REDACTED)));
    }

    @Test
    void whoMayNotActForTheWholeMunicipalityErasesNothing() {
        Rejected.as(
                Rejection.Kind.FORBIDDEN,
                "out-of-scope",
                () ->
                        RedactEventHandler.decide(
                                new RedactEvent("e-1", KEYS, Given.SEALED, Given.STAFF, null),
                                NOTHING));
    }

    private static Decision decide(
            String event, List<String> keys, @Nullable Long expected, State state) {
        return RedactEventHandler.decide(
                new RedactEvent(event, keys, Given.SEALED, Scope.whole(), expected), state);
    }
}
