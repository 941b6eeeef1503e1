package jp.tenken.edge.security;

import com.nimbusds.jose.jwk.JWKSet;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where the public keys of one issuer come from. Thread-safe, never blocks. */
interface IssuerKeys {

    /**
     * The issuer's keys, as fresh as needed to know the key id.
     *
     * @param keyId the {@code kid} of a token; null when it names none
     * @return the keys, perhaps without one of that id; or {@link TokenRefused} {@code
     *     issuer-unavailable} when there are none to be had
     */
    Mono<JWKSet> find(@Nullable String keyId);

    /** Keys that never change. */
    static IssuerKeys pinned(JWKSet keys) {
        Mono<JWKSet> always = Mono.just(keys);
        return keyId -> always;
    }
}
