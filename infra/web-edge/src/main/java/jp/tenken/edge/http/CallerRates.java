package jp.tenken.edge.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import jp.tenken.edge.problem.Refusal;
import org.springframework.http.HttpHeaders;

/**
 * How often one caller may ask. Remembers a bounded number of callers; one that is forgotten starts
 * with a full allowance. Thread-safe.
 */
public final class CallerRates {

    private static final int MOST_CALLERS = 100_000;

    private final Cache<String, Bucket> buckets;
    private final Bandwidth bandwidth;

    /**
     * With the same allowance for everybody.
     *
     * @param perSecond requests a second in the long run, 1 or more
     * @param burst requests at once after a pause, at least {@code perSecond}
     */
    public CallerRates(long perSecond, long burst) {
        this.bandwidth =
                Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(perSecond, Duration.ofSeconds(1))
                        .build();
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(MOST_CALLERS)
                        .expireAfterAccess(Duration.ofMinutes(10))
                        .build();
    }

    /**
     * Counts one request.
     *
     * @throws Refusal {@code rate-limited} with {@code Retry-After} when the caller has to wait
     */
    public void take(String caller) {
        Bucket bucket = buckets.get(caller, name -> Bucket.builder().addLimit(bandwidth).build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw Refusal.of("rate-limited", "seconds", seconds)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
    }
}
