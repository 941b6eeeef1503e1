package jp.tenken.integration.feed.pull;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.integration.feed.Arrivals;
import jp.tenken.integration.feed.CloudEventJson;
import jp.tenken.integration.feed.CloudEvents;
import jp.tenken.integration.feed.FeedFilter;
import jp.tenken.integration.feed.FeedPage;
import jp.tenken.integration.feed.FeedReader;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.runtime.log.EventLog;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/** The feed to be pulled, and where it ends now. */
public final class PullEndpoint {

    /** What a page is written in; the same bytes are JSON for who knows only that. */
    static final MediaType BATCH = new MediaType("application", "cloudevents-batch+json");

    private static final String EVENTS = "/v1/municipalities/{code}/events";

    private static final String STREAM = "events";
    private static final String NEXT_CURSOR = "Tenken-Next-Cursor";
    private static final String HAS_MORE = "Tenken-Has-More";
    private static final String SCANNED = "Tenken-Scanned-Sequence";

    private final UUID epoch;
    private final FeedReader reader;
    private final Arrivals arrivals;

    /**
     * Over a log.
     *
     * @param log whose history the cursors belong to: a restored log has another one, and who comes
     *     with a place of the old one must notice
     */
    public PullEndpoint(EventLog log, FeedReader reader, Arrivals arrivals) {
        this.epoch = log.epoch();
        this.reader = reader;
        this.arrivals = arrivals;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(HttpMethod.GET, EVENTS, Action.READ_FEED, this::events)
                        .parameters(
                                FeedParameters.AFTER,
                                FeedParameters.LIMIT,
                                FeedParameters.TYPES,
                                FeedParameters.CONTRACT,
                                FeedParameters.DEPARTMENT,
                                FeedParameters.WAIT)
                        .produces(BATCH, MediaType.APPLICATION_JSON)
                        .waiting(FeedParameters.LONGEST_WAIT),
                Endpoint.of(HttpMethod.GET, EVENTS + "/head", Action.READ_FEED, this::head));
    }

    private Mono<Answer> events(Request request) {
        String tenant = request.tenant().value();
        FeedPlace place = place(request);
        long after = place.sequence();
        int limit = request.limit();
        FeedFilter filter = FeedParameters.filter(request);
        Duration wait = FeedParameters.wait(request);
        return known(tenant)
                .flatMap(
                        head -> {
                            place.requireIn(epoch, head.sequence());
                            return wait.isZero()
                                    ? page(tenant, after, filter, limit)
                                    : new LongPoll(
                                                    arrivals,
                                                    tenant,
                                                    after,
                                                    from -> page(tenant, from, filter, limit),
                                                    wait,
                                                    request.closing())
                                            .page();
                        })
                .map(page -> answer(request, page));
    }

    private FeedPlace place(Request request) {
        String sealed = request.place(STREAM, FeedParameters.AFTER);
        return sealed == null ? new FeedPlace(epoch, 0) : FeedPlace.of(sealed);
    }

    private Mono<FeedPage> page(String tenant, long after, FeedFilter filter, int limit) {
        return Mono.fromFuture(() -> reader.read(tenant, after, filter, limit));
    }

    private Mono<Answer> head(Request request) {
        return known(request.tenant().value()).map(head -> Answer.ok(FeedHead.of(head)));
    }

    /** A municipality has a history from its onboarding on. */
    private Mono<TenantHead> known(String tenant) {
        return Mono.fromFuture(() -> reader.head(tenant))
                .map(
                        head -> {
                            if (head.sequence() == 0) {
                                throw Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND);
                            }
                            return head;
                        });
    }

    private Answer answer(Request request, FeedPage page) {
        CloudEvents events = new CloudEvents(request.municipality());
        List<CloudEvent> batch = page.items().stream().map(events::of).toList();
        return Answer.document(request.accepted(), CloudEventJson.batch(batch))
                .header(
                        NEXT_CURSOR,
                        request.cursor(STREAM, new FeedPlace(epoch, page.scanned()).text()))
                .header(HAS_MORE, Boolean.toString(page.more()))
                .header(SCANNED, Long.toString(page.scanned()));
    }
}
