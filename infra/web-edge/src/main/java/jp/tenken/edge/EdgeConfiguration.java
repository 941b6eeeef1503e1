package jp.tenken.edge;

import jakarta.validation.Validator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import jp.tenken.edge.body.BodyReader;
import jp.tenken.edge.http.CallerRates;
import jp.tenken.edge.http.Closing;
import jp.tenken.edge.http.ClosingFilter;
import jp.tenken.edge.http.Cursors;
import jp.tenken.edge.http.EventLoopWrites;
import jp.tenken.edge.http.InFlightLimit;
import jp.tenken.edge.http.RequestDigest;
import jp.tenken.edge.http.RequestIdFilter;
import jp.tenken.edge.problem.ProblemCatalogue;
import jp.tenken.edge.problem.ProblemMapper;
import jp.tenken.edge.problem.ProblemWriter;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.edge.security.PermissionTable;
import jp.tenken.edge.security.SecurityChain;
import jp.tenken.edge.security.SigningKeyStore;
import jp.tenken.edge.security.TryOutIssuer;
import jp.tenken.edge.watch.RequestListener;
import jp.tenken.edge.watch.RequestWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

/**
 * Assembles the edge. Whoever imports it brings the beans {@link ReadConsistency}, {@link
 * AsOfResolver}, {@link SigningKeyStore}, {@link Clock}, any number of {@link Endpoint}s or {@link
 * EndpointSource}s, and an {@link EdgeRole} if it is not the whole.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(EdgeSettings.class)
public class EdgeConfiguration {

    private static final int SECRET_BYTES = 32;
    private static final int KEY_STORE_SECONDS = 60;

    /** Every code with its texts. */
    @Bean
    ProblemCatalogue problemCatalogue() {
        return ProblemCatalogue.load();
    }

    /** Who may what. */
    @Bean
    PermissionTable permissionTable() {
        return new PermissionTable();
    }

    /** Writes every error answer. */
    @Bean
    ProblemWriter problemWriter(ProblemCatalogue catalogue) {
        return new ProblemWriter(new ProblemMapper(catalogue), randomIds());
    }

    /** Answers on the right thread, outermost, so that nothing is written otherwise. */
    @Bean
    EventLoopWrites eventLoopWrites() {
        return new EventLoopWrites();
    }

    /** Request ids and security headers, also for what is refused below. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    RequestIdFilter requestIdFilter() {
        return new RequestIdFilter(randomIds());
    }

    /** Then whoever watches requests, so that it hears of what is refused below, too. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 2)
    RequestWatch requestWatch(ObjectProvider<RequestListener> listener) {
        return new RequestWatch(listener.getIfAvailable(() -> RequestListener.NONE));
    }

    /** The end of the process. */
    @Bean
    Closing closing() {
        return new Closing();
    }

    /** Next: what comes too late is sent elsewhere. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 3)
    ClosingFilter closingFilter(Closing closing) {
        return new ClosingFilter(closing);
    }

    /** Next: what is too much is not even looked at. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 4)
    InFlightLimit inFlightLimit(EdgeSettings settings) {
        return new InFlightLimit(settings.limits().inFlight());
    }

    /**
     * The issuer of the try-out, if nobody else vouches for callers and nobody from elsewhere can
     * reach the process.
     *
     * @throws SettingsException when nobody vouches and anybody can reach it, or it is one of
     *     several services
     */
    @Bean
    TryOut tryOut(
            EdgeSettings settings,
            ObjectProvider<EdgeRole> role,
            Environment environment,
            SigningKeyStore keys,
            Clock clock) {
        if (!settings.withoutIssuer()) {
            return new TryOut(Optional.empty());
        }
        if (!role.getIfAvailable(() -> EdgeRole.WHOLE).whole()) {
            throw new SettingsException(
                    "no identity provider is configured (tenken.issuers); only the standalone form"
                            + " runs without one");
        }
        if (!boundToLoopback(environment.getProperty("server.address"))) {
            throw new SettingsException(
                    "no identity provider is configured (tenken.issuers), and without one the"
                            + " service runs on loopback only (server.address=127.0.0.1)");
        }
        return new TryOut(Optional.of(within(TryOutIssuer.open(keys, clock))));
    }

    /**
     * The try-out, on or off.
     *
     * @param issuer of its tokens; empty = there is no try-out
     */
    record TryOut(Optional<TryOutIssuer> issuer) {}

    /** Who vouches for tokens. */
    @Bean
    ReactiveAuthenticationManager tokens(EdgeSettings settings, TryOut tryOut, Clock clock) {
        return SecurityChain.tokens(settings.issuers(), tryOut.issuer(), clock);
    }

    /** The filters of the resource server. */
    @Bean
    SecurityWebFilterChain securityChain(
            ServerHttpSecurity http, ReactiveAuthenticationManager tokens, ProblemWriter problems) {
        return SecurityChain.chain(http, tokens, problems);
    }

    /** What the firewall has against a request is a problem like any other. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (exchange, rejected) -> problems.handle(exchange, Refusal.of("request-malformed"));
    }

    /** What every request needs. */
    @Bean
    EdgeParts edgeParts(
            EdgeSettings settings,
            PermissionTable permissions,
            Validator validator,
            SigningKeyStore keys,
            ReadConsistency consistency,
            AsOfResolver asOf,
            Closing closing) {
        return new EdgeParts(
                permissions,
                new BodyReader(validator),
                new Cursors(within(keys.keep("cursors", EdgeConfiguration::secret))),
                new RequestDigest(within(keys.keep("request-digests", EdgeConfiguration::secret))),
                new CallerRates(settings.limits().requestsPerSecond(), settings.limits().burst()),
                consistency,
                asOf,
                settings.limits().timeout(),
                closing);
    }

    /** All endpoints: those of the slices, the documents, and the try-out's. */
    @Bean
    EndpointRegistry endpointRegistry(
            ObjectProvider<Endpoint> single,
            ObjectProvider<EndpointSource> services,
            ProblemCatalogue catalogue,
            PermissionTable permissions,
            ObjectProvider<EdgeRole> role,
            TryOut tryOut,
            EdgeParts parts) {
        List<Endpoint> endpoints = new ArrayList<>(single.stream().toList());
        services.forEach(service -> endpoints.addAll(service.endpoints()));
        tryOut.issuer().ifPresent(issuer -> endpoints.add(new TryOutTokens(issuer).endpoint()));
        endpoints.addAll(
                new Documents(catalogue, permissions, role.getIfAvailable(() -> EdgeRole.WHOLE))
                        .endpoints(List.copyOf(endpoints)));
        return new EndpointRegistry(endpoints, parts);
    }

    private static Supplier<String> randomIds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] id = new byte[12];
            random.nextBytes(id);
            return HexFormat.of().formatHex(id);
        };
    }

    private static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    private static boolean boundToLoopback(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return false;
        }
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    // Only while the process starts: nothing can be answered before the keys are there.
    private static <T> T within(CompletableFuture<T> future) {
        try {
            return future.get(KEY_STORE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the keys were read", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the keys of the edge cannot be read", e);
        }
    }
}
