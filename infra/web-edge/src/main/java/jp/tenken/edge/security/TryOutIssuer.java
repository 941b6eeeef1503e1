package jp.tenken.edge.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens for trying the service out, where there is no identity provider yet. Its key lives
 * in the vault, so that a token works on after a restart. Only ever started on loopback and without
 * a configured issuer. Thread-safe.
 */
public final class TryOutIssuer {

    /** How long its tokens are good. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** The {@code iss} of its tokens. */
    static final String ISSUER = "urn:tenken:try-out";

    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final Clock clock;

    private TryOutIssuer(RSAKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** The issuer with the key of the store, or a new one that the store then keeps. */
    public static CompletableFuture<TryOutIssuer> open(SigningKeyStore store, Clock clock) {
        return store.keep("try-out-issuer", TryOutIssuer::generate)
                .thenApply(kept -> new TryOutIssuer(parse(kept), clock));
    }

    /**
     * What a token says.
     *
     * @param subject who
     * @param name for people to read; null = none
     * @param municipalities codes
     * @param roles role codes
     * @param departments as {@code 131041/0101}
     * @param contractors contractor ids
     */
    public record Content(
            String subject,
            @Nullable String name,
            List<String> municipalities,
            List<String> roles,
            List<String> departments,
            List<String> contractors) {}

    /** A signed token, good for {@link #LIFETIME}. */
    public String token(Content content) {
        Instant now = clock.instant();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(content.subject())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .claim("name", content.name())
                        .claim("municipalities", content.municipalities())
                        .claim("roles", content.roles())
                        .claim("departments", content.departments())
                        .claim("contractors", content.contractors())
                        .build();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("an RSA key signs", impossible);
        }
        return token.serialize();
    }

    /** Trust in its tokens, for every municipality. */
    TrustedIssuer trust() {
        return new TrustedIssuer(
                new IssuerSettings(
                        ISSUER, null, "pinned", List.of("*"), null, List.of("RS256"), null),
                IssuerKeys.pinned(new JWKSet(key.toPublicJWK())),
                clock);
    }

    private static byte[] generate() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform makes RSA keys", impossible);
        }
    }

    private static RSAKey parse(byte[] kept) {
        try {
            return RSAKey.parse(new String(kept, StandardCharsets.UTF_8));
        } catch (ParseException damaged) {
            throw new IllegalStateException("the try-out key in the vault is damaged", damaged);
        }
    }
}
