package jp.tenken.edge.security;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tenken.kernel.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * One trusted issuer as it is configured.
 *
 * @param issuer the {@code iss} of its tokens
 * @param jwksUri where its keys are; either this or {@code publicKey}
 * @param publicKey its RSA or EC key as PEM
 * @param municipalities codes for which it may speak, or {@code *} for all; none is refused
 * @param audience that its tokens must name; null = not checked
 * @param algorithms of signatures that are accepted; empty = RS256, PS256 and ES256
 * @param claims where its tokens say what we need; null = the names of the HTTP contract
 */
public record IssuerSettings(
        String issuer,
        @Nullable URI jwksUri,
        @Nullable String publicKey,
        List<String> municipalities,
        @Nullable String audience,
        @Nullable List<String> algorithms,
        @Nullable ClaimNames claims) {

    private static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final List<String> DEFAULT = List.of("RS256", "PS256", "ES256");

    /**
     * Refuses an incomplete or contradictory issuer: the service must not start with half a trust.
     */
    public IssuerSettings {
        if (issuer.isBlank()) {
            throw new IllegalArgumentException("an issuer needs its name (issuer)");
        }
        if ((jwksUri == null) == (publicKey == null)) {
            throw new IllegalArgumentException(issuer + " needs either jwks-uri or public-key");
        }
        if (municipalities == null || municipalities.isEmpty()) {
            throw new IllegalArgumentException(
                    issuer + " needs the municipalities for which it may speak");
        }
        algorithms = algorithms == null || algorithms.isEmpty() ? DEFAULT : List.copyOf(algorithms);
        if (!ASYMMETRIC.containsAll(algorithms)) {
            throw new IllegalArgumentException(
                    issuer + " names an algorithm that is not one of " + new TreeSet<>(ASYMMETRIC));
        }
        claims = claims == null ? ClaimNames.standard() : claims;
    }

    /** For which municipalities it may speak. */
    Realm realm() {
        if (municipalities.contains("*")) {
            return new Realm(true, Set.of());
        }
        Set<MunicipalityCode> codes = new HashSet<>();
        municipalities.forEach(code -> codes.add(MunicipalityCode.of(code)));
        return new Realm(false, codes);
    }
}
