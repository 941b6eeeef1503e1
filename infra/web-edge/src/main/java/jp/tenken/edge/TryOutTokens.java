package jp.tenken.edge;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.edge.security.Caller;
import jp.tenken.edge.security.TryOutIssuer;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.TextValue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * {@code POST /dev/tokens}: whoever sits at the machine may be anybody. Refuses whatever could come
 * from elsewhere: a remote address, a proxy, a page in a browser, a name that somebody else's name
 * server points here.
 */
final class TryOutTokens {

    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

    private final TryOutIssuer issuer;

    /** Hands out tokens of the given issuer. */
    TryOutTokens(TryOutIssuer issuer) {
        this.issuer = issuer;
    }

    /** Its endpoint. */
    Endpoint endpoint() {
        return Endpoint.open(HttpMethod.POST, "/dev/tokens", this::handle);
    }

    /**
     * Who to be.
     *
     * @param departments as {@code 131041/0101}
     */
    record Wanted(
            @Size(min = 1, max = 255) @Pattern(regexp = "\\P{Cntrl}+") String subject,
            @Nullable @Size(max = 120) String name,
            @Nullable @Size(max = 100) List<MunicipalityCode> municipalities,
            @Size(min = 1, max = 20) List<Role> roles,
            @Nullable @Size(max = 100)
                    List<@Pattern(regexp = "[0-9]{6}/[0-9A-Za-z][0-9A-Za-z-]{0,19}") String>
                            departments,
            @Nullable @Size(max = 100) List<ContractorId> contractors) {}

    /**
     * A token.
     *
     * @param expiresIn seconds
     */
    record Issued(String accessToken, long expiresIn) {}

    private Mono<Answer> handle(Request request) {
        if (!local(request.http())) {
            throw Refusal.of("dev-token-refused");
        }
        return request.record(Wanted.class)
                .map(
                        wanted ->
                                Answer.ok(
                                        new Issued(
                                                issuer.token(content(wanted)),
                                                TryOutIssuer.LIFETIME.toSeconds())));
    }

    private static TryOutIssuer.Content content(Wanted wanted) {
        return new TryOutIssuer.Content(
                Caller.SUBJECT.required("subject", wanted.subject()),
                wanted.name(),
                texts(wanted.municipalities()),
                texts(wanted.roles()),
                wanted.departments() == null ? List.of() : wanted.departments(),
                texts(wanted.contractors()));
    }

    private static List<String> texts(@Nullable List<? extends TextValue> values) {
        return values == null ? List.of() : values.stream().map(TextValue::value).toList();
    }

    private static boolean local(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        HttpHeaders headers = request.getHeaders();
        InetSocketAddress host = headers.getHost();
        String origin = headers.getOrigin();
        return remote != null
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress()
                && host != null
                && loopbackName(host.getHostString())
                && (origin == null || loopbackOrigin(origin))
                && FORWARDED.stream().noneMatch(headers::containsHeader);
    }

    private static boolean loopbackOrigin(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && loopbackName(host);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    // Never resolves a name: that would ask the very name server that must not be trusted.
    private static boolean loopbackName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.matches("127(\\.[0-9]{1,3}){3}");
    }
}
