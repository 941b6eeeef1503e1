package jp.tenken.edge.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import jp.tenken.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The key set of an issuer, fetched from its {@code jwks_uri}.
 *
 * <p>One fetch is under way at a time. A token with an unknown key id makes us look again, but not
 * more often than every {@value #COOL_DOWN_SECONDS} seconds, so that forged tokens do not become a
 * flood for the issuer. When the issuer is down, keys are used for a day after they were fetched.
 */
final class RemoteKeys implements IssuerKeys {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);

    private static final int COOL_DOWN_SECONDS = 30;
    private static final Duration COOL_DOWN = Duration.ofSeconds(COOL_DOWN_SECONDS);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofMinutes(15);
    private static final Duration USABLE = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI uri;
    private final WebClient client;
    private final Clock clock;
    private final AtomicReference<State> state = new AtomicReference<>(new State(null, null, null));
    private final AtomicReference<@Nullable Mono<JWKSet>> fetch = new AtomicReference<>();

    /** Fetches with the given client when the first token asks for a key. */
    RemoteKeys(URI uri, WebClient client, Clock clock) {
        this.uri = uri;
        this.client = client;
        this.clock = clock;
    }

    private record State(
            @Nullable JWKSet keys, @Nullable Instant fetched, @Nullable Instant tried) {

        boolean younger(@Nullable Instant since, Duration age, Instant now) {
            return since != null && since.plus(age).isAfter(now);
        }
    }

    @Override
    public Mono<JWKSet> find(@Nullable String keyId) {
        return Mono.defer(
                () -> {
                    State known = state.get();
                    Instant now = clock.instant();
                    JWKSet keys = known.keys();
                    if (keys == null) {
                        return known.younger(known.tried(), RETRY, now)
                                ? Mono.error(unavailable())
                                : fetch();
                    }
                    boolean named = keyId == null || keys.getKeyByKeyId(keyId) != null;
                    boolean fresh = known.younger(known.fetched(), FRESH, now);
                    if ((named && fresh) || known.younger(known.tried(), COOL_DOWN, now)) {
                        return Mono.just(keys);
                    }
                    return fetch();
                });
    }

    private Mono<JWKSet> fetch() {
        Mono<JWKSet> fresh = Mono.defer(this::request).doFinally(signal -> fetch.set(null)).cache();
        Mono<JWKSet> current = fetch.updateAndGet(underWay -> underWay == null ? fresh : underWay);
        return current == null ? fresh : current;
    }

    private Mono<JWKSet> request() {
        return client.get()
                .uri(uri)
                .retrieve()
                .bodyToMono(String.class)
                .map(RemoteKeys::parse)
                .timeout(PATIENCE)
                .doOnNext(
                        keys -> {
                            Instant now = clock.instant();
                            state.set(new State(keys, now, now));
                        })
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no key set")))
                .onErrorResume(this::fallBack);
    }

    private Mono<JWKSet> fallBack(Throwable failure) {
        LOG.warn("cannot fetch the keys of an issuer from {}: {}", uri, failure.toString());
        Instant now = clock.instant();
        State known = state.updateAndGet(before -> new State(before.keys(), before.fetched(), now));
        JWKSet keys = known.keys();
        return keys != null && known.younger(known.fetched(), USABLE, now)
                ? Mono.just(keys)
                : Mono.error(unavailable());
    }

    private static TokenRefused unavailable() {
        return new TokenRefused(
                Refusal.of("issuer-unavailable").header(HttpHeaders.RETRY_AFTER, "5"));
    }

    private static JWKSet parse(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException malformed) {
            throw new IllegalStateException("no key set", malformed);
        }
    }
}
