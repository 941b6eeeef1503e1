package jp.tenken.query.reading;

import java.time.Instant;
import java.util.Optional;
import jp.tenken.edge.Request;
import jp.tenken.kernel.TenantId;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What another view knows under a key; how a view asks for a name or an existence without seeing
 * the other one.
 *
 * @param <T> what is known
 */
@FunctionalInterface
public interface Known<T> {

    /**
     * What was known; empty where nothing was.
     *
     * @param instant as of which; null = now
     */
    Mono<T> find(Request request, TenantId tenant, String key, @Nullable Instant instant);

    /** The rows of a view. */
    static <R> Known<R> in(ViewReader<R> reader) {
        return (request, tenant, key, instant) ->
                request.readAt(reader.name().toString(), tenant, instant)
                        .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant.value(), key, at)))
                        .map((Optional<ViewRow<R>> found) -> found.map(ViewRow::row))
                        .flatMap(Mono::justOrEmpty);
    }
}
