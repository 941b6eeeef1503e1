package jp.tenken.query.municipality.directory;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Handler;
import jp.tenken.edge.Request;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * Refuses ({@code municipality-not-found}) to read of a municipality that was never onboarded, or
 * was not yet at the instant of {@code asOf}: an empty list would say that it has nothing. The
 * first event of a municipality is its onboarding, so one without events is none.
 *
 * <p>Who was onboarded stays so, and is remembered: one entry per municipality. Thread-safe.
 */
public final class Onboarded {

    // Behind everything that is recorded.
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final String view;
    private final Set<TenantId> known = ConcurrentHashMap.newKeySet();

    /**
     * By what was recorded.
     *
     * @param view which has to have read as far as the request needs before anybody is refused
     */
    public Onboarded(String view) {
        this.view = view;
    }

    /** The same endpoint for municipalities that exist; one that belongs to none stays as it is. */
    public Endpoint only(Endpoint endpoint) {
        return endpoint.municipal() ? endpoint.around(this::guarding) : endpoint;
    }

    // Parameters are read first: what is malformed is malformed in every municipality.
    private Handler guarding(Handler handler) {
        return request -> {
            Mono<Answer> answer = handler.handle(request);
            return existing(request).then(answer);
        };
    }

    private Mono<Void> existing(Request request) {
        TenantId tenant = request.tenant();
        boolean past = request.asOf() != null;
        if (!past && known.contains(tenant)) {
            return Mono.empty();
        }
        return request.readAt(view)
                .flatMap(at -> past ? Mono.just(at) : request.readAt(view, tenant, END_OF_TIME))
                .doOnNext(sequence -> require(sequence, past, tenant))
                .then();
    }

    private void require(long sequence, boolean past, TenantId tenant) {
        if (sequence == 0) {
            throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
        }
        if (!past) {
            known.add(tenant);
        }
    }
}
