package jp.tenken.eventstore.tck;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.jspecify.annotations.Nullable;

/** Axon's units of work for tests: the real ones, without components. */
final class UnitsOfWork {

    static final UnitOfWorkFactory FACTORY =
            new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);

    private UnitsOfWork() {}

    /** What work yields that runs in a unit of its own and is committed. */
    static <R extends @Nullable Object> CompletableFuture<R> of(
            Function<ProcessingContext, CompletableFuture<R>> work) {
        return FACTORY.create().executeWithResult(work);
    }

    /** A context of which nobody asks anything. */
    static ProcessingContext spent() {
        return Await.value(of(context -> CompletableFuture.completedFuture(context)));
    }
}
