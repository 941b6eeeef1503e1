package jp.tenken.edge.security;

import jp.tenken.edge.problem.Refusal;
import org.springframework.security.core.AuthenticationException;

/**
 * A token that is not accepted, with what to answer. No stack trace: it is thrown for every bad
 * token.
 */
final class TokenRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** With the refusal to answer. */
    TokenRefused(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    /** The token itself is at fault, for this reason. */
    static TokenRefused invalid(String reason) {
        return new TokenRefused(Refusal.of("token-invalid", "reason", reason));
    }

    /** What to answer. */
    Refusal refusal() {
        return refusal;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
