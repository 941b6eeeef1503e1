package jp.tenken.edge.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.tenken.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Verifies the tokens of one issuer: signature first, then times and audience, then the claims.
 * Thread-safe.
 */
final class TrustedIssuer {

    /** How far the clocks of issuer and service may be apart. */
    static final Duration SKEW = Duration.ofSeconds(30);

    // What an access token may call itself; a token made for something else is not one.
    private static final Set<JOSEObjectType> TYPES =
            Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final String issuer;
    private final IssuerKeys keys;
    private final Set<String> algorithms;
    private final @Nullable String audience;
    private final CallerClaims claims;
    private final Clock clock;
    private final DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();

    /** As configured, with keys from the given place. */
    TrustedIssuer(IssuerSettings settings, IssuerKeys keys, Clock clock) {
        this.issuer = settings.issuer();
        this.keys = keys;
        this.algorithms =
                Set.copyOf(settings.algorithms() == null ? List.of() : settings.algorithms());
        this.audience = settings.audience();
        ClaimNames names = settings.claims() == null ? ClaimNames.standard() : settings.claims();
        this.claims = new CallerClaims(issuer, names, settings.realm());
        this.clock = clock;
    }

    /** The {@code iss} of its tokens. */
    String issuer() {
        return issuer;
    }

    /** The caller of a token that says it is this issuer's; or {@link TokenRefused}. */
    Mono<Caller> verify(SignedJWT token, JWTClaimsSet said) {
        JWSHeader header = token.getHeader();
        if (!algorithms.contains(header.getAlgorithm().getName())) {
            return Mono.error(TokenRefused.invalid("alg"));
        }
        if (header.getType() != null && !TYPES.contains(header.getType())) {
            return Mono.error(TokenRefused.invalid("typ"));
        }
        return keys.find(header.getKeyID())
                .map(
                        set -> {
                            if (!signed(token, header, set)) {
                                throw TokenRefused.invalid("signature");
                            }
                            requireTimes(said);
                            requireAudience(said);
                            return claims.read(said.getClaims());
                        });
    }

    private boolean signed(SignedJWT token, JWSHeader header, JWKSet set) {
        KeyType needed = KeyType.forAlgorithm(header.getAlgorithm());
        for (JWK key : set.getKeys()) {
            boolean named =
                    header.getKeyID() == null
                            || key.getKeyID() == null
                            || header.getKeyID().equals(key.getKeyID());
            if (named
                    && key.getKeyType().equals(needed)
                    && !KeyUse.ENCRYPTION.equals(key.getKeyUse())
                    && key instanceof AsymmetricJWK asymmetric
                    && signedWith(token, header, asymmetric)) {
                return true;
            }
        }
        return false;
    }

    private boolean signedWith(SignedJWT token, JWSHeader header, AsymmetricJWK key) {
        try {
            return token.verify(verifiers.createJWSVerifier(header, key.toPublicKey()));
        } catch (JOSEException | IllegalStateException unusable) {
            // A key that does not fit the algorithm is one key less, not a failure.
            return false;
        }
    }

    private void requireTimes(JWTClaimsSet said) {
        Instant now = clock.instant();
        if (said.getExpirationTime() == null) {
            throw TokenRefused.invalid("exp");
        }
        if (said.getExpirationTime().toInstant().plus(SKEW).isBefore(now)) {
            throw new TokenRefused(Refusal.of("token-expired"));
        }
        if (said.getNotBeforeTime() != null
                && said.getNotBeforeTime().toInstant().minus(SKEW).isAfter(now)) {
            throw TokenRefused.invalid("nbf");
        }
    }

    private void requireAudience(JWTClaimsSet said) {
        if (audience != null && !said.getAudience().contains(audience)) {
            throw TokenRefused.invalid("aud");
        }
    }
}
