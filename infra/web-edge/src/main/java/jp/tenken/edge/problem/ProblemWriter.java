package jp.tenken.edge.problem;

import java.io.IOException;
import java.util.function.Supplier;
import jp.tenken.edge.watch.RequestTrail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place that writes an error answer, whatever failed: a filter, the security chain, an
 * endpoint or the framework. What nobody expected is logged once, under an id that the client
 * learns, and nothing else of it leaves the process.
 */
public final class ProblemWriter implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ProblemMapper mapper;
    private final Supplier<String> incidentIds;

    /**
     * Writes what the mapper finds.
     *
     * @param incidentIds makes ids under which unexpected failures are logged
     */
    public ProblemWriter(ProblemMapper mapper, Supplier<String> incidentIds) {
        this.mapper = mapper;
        this.incidentIds = incidentIds;
    }

    /** Before the handler that Spring Boot brings. */
    @Override
    public int getOrder() {
        return -100;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted() || clientIsGone(failure)) {
            return Mono.error(failure);
        }
        ProblemMapper.Finding finding = mapper.find(failure);
        RequestTrail trail = RequestTrail.of(exchange);
        trail.problem(finding.code());
        String incident = null;
        if (finding.code().equals(ProblemMapper.UNEXPECTED)) {
            incident = incidentIds.get();
            LOG.atError()
                    .addKeyValue("tenant", trail.tenant())
                    .addKeyValue("correlationId", trail.correlationId())
                    .setCause(failure)
                    .log("incident {}: {} failed", incident, trail.route());
        }
        Language language =
                Language.of(
                        exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        byte[] body = MAPPER.writeValueAsBytes(mapper.describe(finding, language, incident));
        response.setStatusCode(HttpStatusCode.valueOf(finding.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(body.length);
        headers.set(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        challenge(finding, headers);
        finding.headers().forEach(headers::set);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static void challenge(ProblemMapper.Finding finding, HttpHeaders headers) {
        if (finding.status() == 401) {
            headers.set(
                    HttpHeaders.WWW_AUTHENTICATE,
                    finding.code().equals("token-missing")
                            ? "Bearer realm=\"tenken\""
                            : "Bearer realm=\"tenken\", error=\"invalid_token\"");
        }
        if (finding.status() == 503 || finding.status() == 429) {
            headers.set(HttpHeaders.RETRY_AFTER, "5");
        }
    }

    // There is nobody left to answer, and nothing that an operator could do about it.
    private static boolean clientIsGone(@Nullable Throwable failure) {
        return failure instanceof AbortedException
                || (failure instanceof IOException && AbortedException.isConnectionReset(failure));
    }
}
