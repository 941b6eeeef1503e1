package jp.tenken.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/**
 * From instants to the sequences at which views are read, once the view has come so far.
 *
 * @param asOf knows what had been recorded when
 * @param consistency waits for views
 */
record ReadPoints(AsOfResolver asOf, ReadConsistency consistency) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    static ReadPoints of(EdgeParts parts) {
        return new ReadPoints(parts.asOf(), parts.consistency());
    }

    /**
     * Where to read.
     *
     * @param view name with version
     * @param instant inclusive; null = the latest rows
     * @param atLeast sequence that the view must have read
     * @return {@link Request#LATEST} or a sequence; refused with {@code view-behind} when the view
     *     takes longer than 5 seconds
     */
    Mono<Long> at(String view, TenantId tenant, @Nullable Instant instant, long atLeast) {
        Mono<Long> at =
                instant == null ? Mono.just(Request.LATEST) : asOf.sequenceAt(tenant, instant);
        return at.flatMap(
                sequence -> {
                    long needed = sequence == Request.LATEST ? 0 : sequence;
                    return await(view, tenant, Math.max(needed, atLeast)).thenReturn(sequence);
                });
    }

    private Mono<Void> await(String view, TenantId tenant, long sequence) {
        if (sequence == 0) {
            return Mono.empty();
        }
        return consistency
                .await(view, tenant, sequence)
                .timeout(LONGEST_WAIT)
                .onErrorMap(
                        TimeoutException.class,
                        late ->
                                Refusal.of("view-behind", "sequence", sequence)
                                        .header(HttpHeaders.RETRY_AFTER, "1"));
    }
}
