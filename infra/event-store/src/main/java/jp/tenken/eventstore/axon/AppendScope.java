package jp.tenken.eventstore.axon;

import java.util.Optional;
import java.util.UUID;
import jp.tenken.eventstore.append.AppendReceipt;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.jspecify.annotations.Nullable;

/**
 * What the engine must know of the unit of work that it serves, and where it leaves the receipt.
 * Whoever handles a command puts one into the processing context before anything is sourced.
 *
 * <p>Thread-safe.
 */
public final class AppendScope {

    /** Where the engine looks for it in a processing context. */
    public static final ResourceKey<AppendScope> KEY = ResourceKey.withLabel("tenken.appendScope");

    private final String tenant;
    private final @Nullable UUID appendId;
    private final long idAbsentUpTo;
    private volatile @Nullable AppendReceipt receipt;

    private AppendScope(String tenant, @Nullable UUID appendId, long idAbsentUpTo) {
        if (tenant.isBlank()) {
            throw new IllegalArgumentException("an append needs a tenant");
        }
        this.tenant = tenant;
        this.appendId = appendId;
        this.idAbsentUpTo = idAbsentUpTo;
    }

    /** Of a tenant, with an append id made at random. */
    public static AppendScope of(String tenant) {
        return new AppendScope(tenant, null, 0);
    }

    /**
     * With the append id that the caller's idempotency key stands for.
     *
     * @param idAbsentUpTo position up to which the log was found to be without it
     */
    public static AppendScope keyed(String tenant, UUID appendId, long idAbsentUpTo) {
        return new AppendScope(tenant, appendId, idAbsentUpTo);
    }

    /** Whose events are sourced and appended. */
    public String tenant() {
        return tenant;
    }

    @Nullable UUID appendId() {
        return appendId;
    }

    long idAbsentUpTo() {
        return idAbsentUpTo;
    }

    void receive(AppendReceipt standing) {
        receipt = standing;
    }

    /** What was appended; empty before the commit, and when there was nothing to append. */
    public Optional<AppendReceipt> receipt() {
        return Optional.ofNullable(receipt);
    }
}
