package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jp.tenken.kernel.Rejection;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;

/** Recognises a rejection by its kind and code. */
public final class Rejected {

    private Rejected() {}

    /** The call is rejected so; the answer lets a test look at the violations. */
    public static ThrowableAssertAlternative<Rejection> as(
            Rejection.Kind kind, String code, ThrowingCallable call) {
        return assertThatExceptionOfType(Rejection.class)
                .isThrownBy(call)
                .matches(rejection -> rejection.kind() == kind, "kind " + kind)
                .matches(rejection -> rejection.code().equals(code), "code " + code);
    }
}
