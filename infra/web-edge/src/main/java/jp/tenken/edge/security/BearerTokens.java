package jp.tenken.edge.security;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds the bearer token of a request: in the {@code Authorization} header and nowhere else,
 * because addresses end up in log files.
 */
final class BearerTokens implements ServerAuthenticationConverter {

    private static final String SCHEME = "Bearer";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        List<String> headers =
                exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (headers.isEmpty()) {
            return Mono.empty();
        }
        if (headers.size() > 1) {
            return Mono.error(TokenRefused.invalid("Authorization"));
        }
        String header = headers.getFirst().strip();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Mono.empty();
        }
        String token = header.substring(SCHEME.length()).strip();
        return TOKEN.matcher(token).matches()
                ? Mono.just(new BearerTokenAuthenticationToken(token))
                : Mono.error(TokenRefused.invalid("form"));
    }
}
