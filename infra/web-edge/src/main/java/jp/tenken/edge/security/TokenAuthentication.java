package jp.tenken.edge.security;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.edge.problem.Refusal;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Turns a bearer token into a {@link CallerAuthentication}, if one of the trusted issuers vouches
 * for it.
 */
final class TokenAuthentication implements ReactiveAuthenticationManager {

    private final Map<String, TrustedIssuer> issuers = new HashMap<>();

    /** Trusts these issuers and nobody else. */
    TokenAuthentication(Collection<TrustedIssuer> trusted) {
        for (TrustedIssuer issuer : trusted) {
            if (issuers.put(issuer.issuer(), issuer) != null) {
                throw new IllegalArgumentException("issuer twice: " + issuer.issuer());
            }
        }
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        if (!(authentication instanceof BearerTokenAuthenticationToken bearer)) {
            return Mono.empty();
        }
        return Mono.defer(() -> caller(bearer.getToken())).map(CallerAuthentication::new);
    }

    private Mono<Caller> caller(String text) {
        SignedJWT token;
        JWTClaimsSet said;
        try {
            token = SignedJWT.parse(text);
            said = token.getJWTClaimsSet();
        } catch (ParseException | IllegalArgumentException | IllegalStateException malformed) {
            // Also what is encrypted or not signed at all ends here.
            return Mono.error(TokenRefused.invalid("form"));
        }
        if (said == null || said.getIssuer() == null) {
            return Mono.error(TokenRefused.invalid("iss"));
        }
        TrustedIssuer issuer = issuers.get(said.getIssuer());
        return issuer == null
                ? Mono.error(new TokenRefused(Refusal.of("issuer-untrusted")))
                : issuer.verify(token, said);
    }
}
