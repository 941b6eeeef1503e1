package jp.tenken.edge;

import java.time.Instant;
import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/**
 * Finds what had been recorded at an instant. Implemented where the parts are assembled;
 * thread-safe.
 */
public interface AsOfResolver {

    /**
     * The sequence of the tenant's last event that was recorded at or before the instant; 0 when
     * there was none yet.
     */
    Mono<Long> sequenceAt(TenantId tenant, Instant instant);
}
