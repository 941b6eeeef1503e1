package jp.tenken.edge;

import jp.tenken.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * What travels with a command and is not its payload.
 *
 * @param tenant whose log the command is about
 * @param actor who sends it
 * @param route method and path template of the endpoint, {@code PUT /v1/…/decision}; the same for
 *     all resources
 * @param idempotencyKey 1-128 visible ASCII characters; null when the client sent none
 * @param requestDigest keyed SHA-256 over method, path, query and the canonical body, lower-case
 *     hex: two requests with one key must agree in it
 * @param correlationId id of the request, as it stands in the answer and in log lines
 * @param traceparent W3C {@code traceparent} that the events carry; null = none
 * @param part which of several commands of the request; null where it sends one
 */
public record CommandContext(
        TenantId tenant,
        Actor actor,
        String route,
        @Nullable String idempotencyKey,
        String requestDigest,
        String correlationId,
        @Nullable String traceparent,
        @Nullable String part) {

    /** Of a request that belongs to no trace. */
    public CommandContext(
            TenantId tenant,
            Actor actor,
            String route,
            @Nullable String idempotencyKey,
            String requestDigest,
            String correlationId) {
        this(tenant, actor, route, idempotencyKey, requestDigest, correlationId, null, null);
    }

    /** The same as part of another span of the trace. */
    public CommandContext within(String span) {
        return new CommandContext(
                tenant, actor, route, idempotencyKey, requestDigest, correlationId, span, part);
    }

    /**
     * The same for one of several commands, which are sent one after the other. The key and the
     * digest stay those of the whole request: a key that came with another request is refused
     * before the first command is decided.
     *
     * @param which names the command within the request, always the same
     */
    public CommandContext forPart(String which) {
        return new CommandContext(
                tenant,
                actor,
                route,
                idempotencyKey,
                requestDigest,
                correlationId,
                traceparent,
                which);
    }
}
