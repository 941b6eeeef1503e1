package jp.tenken.edge.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tenken.edge.problem.ProblemWriter;
import jp.tenken.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Makes the process an OAuth2 resource server. Everything under {@code /v1} needs a verified token
 * here already, before any endpoint is looked for; what else an endpoint needs, the permission
 * table says.
 */
public final class SecurityChain {

    private SecurityChain() {}

    /**
     * Who vouches for tokens.
     *
     * @param settings the configured issuers
     * @param tryOut the issuer of the try-out, where there is one
     */
    public static ReactiveAuthenticationManager tokens(
            List<IssuerSettings> settings, Optional<TryOutIssuer> tryOut, Clock clock) {
        WebClient client =
                WebClient.builder()
                        .clientConnector(
                                new ReactorClientHttpConnector(
                                        HttpClient.create().responseTimeout(Duration.ofSeconds(5))))
                        .build();
        List<TrustedIssuer> issuers = new ArrayList<>();
        for (IssuerSettings each : settings) {
            issuers.add(new TrustedIssuer(each, keys(each, client, clock), clock));
        }
        tryOut.ifPresent(issuer -> issuers.add(issuer.trust()));
        return new TokenAuthentication(issuers);
    }

    /** The chain of filters; refusals are written by the given writer. */
    public static SecurityWebFilterChain chain(
            ServerHttpSecurity http, ReactiveAuthenticationManager tokens, ProblemWriter problems) {
        ServerAuthenticationEntryPoint entry =
                (exchange, failure) -> problems.handle(exchange, refusal(failure));
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                // Our own filter writes them, on answers that never reach this chain, too.
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(
                        paths ->
                                paths.pathMatchers("/v1/**")
                                        .authenticated()
                                        .pathMatchers("/actuator/health/**", "/actuator/prometheus")
                                        .permitAll()
                                        .pathMatchers("/actuator/**")
                                        .denyAll()
                                        .anyExchange()
                                        .permitAll())
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(entry)
                                        .accessDeniedHandler(problems::handle))
                .oauth2ResourceServer(
                        server ->
                                server.authenticationManagerResolver(exchange -> Mono.just(tokens))
                                        .bearerTokenConverter(new BearerTokens())
                                        .authenticationEntryPoint(entry)
                                        .authenticationFailureHandler(
                                                (filter, failure) ->
                                                        problems.handle(
                                                                filter.getExchange(),
                                                                refusal(failure)))
                                        .accessDeniedHandler(problems::handle))
                .build();
    }

    private static Refusal refusal(@Nullable AuthenticationException failure) {
        return failure instanceof TokenRefused refused
                ? refused.refusal()
                : Refusal.of("token-missing");
    }

    private static IssuerKeys keys(IssuerSettings settings, WebClient client, Clock clock) {
        if (settings.jwksUri() != null) {
            return new RemoteKeys(settings.jwksUri(), client, clock);
        }
        JWKSet keys = PublicKeys.fromPem(settings.publicKey() == null ? "" : settings.publicKey());
        return IssuerKeys.pinned(keys);
    }
}
