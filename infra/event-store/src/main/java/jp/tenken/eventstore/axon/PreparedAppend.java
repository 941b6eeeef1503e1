package jp.tenken.eventstore.axon;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.append.AppendConflictException;
import jp.tenken.eventstore.append.AppendReceipt;
import jp.tenken.eventstore.append.AppendRequest;
import jp.tenken.eventstore.append.Appender;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * An append that waits for its unit of work to commit. Nothing has been written before {@link
 * #commit}, so a rollback has nothing to undo.
 */
final class PreparedAppend implements AppendTransaction<AppendReceipt> {

    private final Appender appender;
    private final AppendRequest request;
    private final AppendScope scope;
    private final AtomicBoolean finished = new AtomicBoolean();

    PreparedAppend(Appender appender, AppendRequest request, AppendScope scope) {
        this.appender = appender;
        this.request = request;
        this.scope = scope;
    }

    /** The id of a scope, or one made at random. */
    static UUID idFor(AppendScope scope) {
        UUID given = scope.appendId();
        return given == null ? UUID.randomUUID() : given;
    }

    @Override
    public CompletableFuture<AppendReceipt> commit(@Nullable ProcessingContext context) {
        if (finished.getAndSet(true)) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("committed or rolled back already"));
        }
        return appender.append(request)
                .whenComplete(
                        (receipt, failure) -> {
                            if (receipt != null) {
                                scope.receive(receipt);
                            }
                        })
                .exceptionallyCompose(
                        failure ->
                                CompletableFuture.failedFuture(
                                        inAxonsWords(Futures.root(failure))));
    }

    private static Throwable inAxonsWords(Throwable failure) {
        if (!(failure instanceof AppendConflictException conflict)) {
            return failure;
        }
        var rejected = new AppendEventsTransactionRejectedException(conflict.getMessage());
        rejected.initCause(conflict);
        return rejected;
    }

    @Override
    public void rollback(@Nullable ProcessingContext context) {
        finished.set(true);
    }

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(
            AppendReceipt receipt, @Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(
                new GlobalIndexConsistencyMarker(receipt.lastPosition()));
    }
}
