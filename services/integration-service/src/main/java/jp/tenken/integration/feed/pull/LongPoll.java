package jp.tenken.integration.feed.pull;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongFunction;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.integration.feed.Arrivals;
import jp.tenken.integration.feed.Arrivals.Arrival;
import jp.tenken.integration.feed.FeedPage;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * One request that waits: reads until there is something to deliver or its time is up, and then
 * says how far it has read, also over events that nobody wanted. For one subscriber.
 */
final class LongPoll {

    private final Arrivals arrivals;
    private final String tenant;
    private final LongFunction<Mono<FeedPage>> read;
    private final Mono<Boolean> timeUp;
    private long after;

    /**
     * Begins behind a place.
     *
     * @param read the page behind a sequence
     * @param wait for how long at most; begins with the first wait
     * @param closing completes when the process is about to end; then there is no more waiting
     */
    LongPoll(
            Arrivals arrivals,
            String tenant,
            long after,
            LongFunction<Mono<FeedPage>> read,
            Duration wait,
            Mono<Void> closing) {
        this.arrivals = arrivals;
        this.tenant = tenant;
        this.after = after;
        this.read = read;
        this.timeUp =
                Mono.firstWithSignal(Mono.delay(wait).thenReturn(true), closing.thenReturn(true))
                        .cache();
    }

    private record Round(FeedPage page, boolean last) {}

    /**
     * The page. Refuses with {@code overloaded} when too many wait, and with {@code shutting-down}
     * when there will be no news any more.
     */
    Mono<FeedPage> page() {
        return Mono.defer(this::round).repeat().takeUntil(Round::last).last().map(Round::page);
    }

    private Mono<Round> round() {
        // Expect first, read then: what comes in between is announced.
        return Mono.using(this::expected, this::round);
    }

    private Mono<Round> round(Arrival arrival) {
        return read.apply(after)
                .flatMap(
                        page -> {
                            after = page.scanned();
                            return page.items().isEmpty() && !page.more()
                                    ? waited(arrival).map(over -> new Round(page, over))
                                    : Mono.just(new Round(page, true));
                        });
    }

    /** Whether the time was up before there was news. */
    private Mono<Boolean> waited(Arrival arrival) {
        Mono<Boolean> news =
                Mono.fromFuture(arrival::news)
                        .thenReturn(false)
                        .onErrorMap(
                                RejectedExecutionException.class, closed -> busy("shutting-down"));
        return Mono.firstWithSignal(news, timeUp);
    }

    private Arrival expected() {
        try {
            return arrivals.expect(tenant);
        } catch (RejectedExecutionException tooMany) {
            throw busy("overloaded");
        }
    }

    private static Refusal busy(String code) {
        return Refusal.of(code).header(HttpHeaders.RETRY_AFTER, "1");
    }
}
