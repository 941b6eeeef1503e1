package jp.tenken.edge;

import jp.tenken.kernel.TenantId;
import reactor.core.publisher.Mono;

/** Waits for views. Implemented where the parts are assembled; thread-safe, never blocks. */
public interface ReadConsistency {

    /**
     * Completes when a view has read a tenant's events up to a sequence. The edge limits the wait
     * and cancels it.
     *
     * @param view name of the view with its version, {@code contract_status_v1}
     * @param tenant whose events
     * @param sequence tenant sequence, 0 or more
     */
    Mono<Void> await(String view, TenantId tenant, long sequence);
}
