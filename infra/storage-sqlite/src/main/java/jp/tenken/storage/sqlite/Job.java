package jp.tenken.storage.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work with where its result goes.
 *
 * @param work on a session
 * @param result completes with what came of it
 */
record Job<T extends @Nullable Object>(Session.Work<T> work, CompletableFuture<T> result) {

    /** Does the work and says how to complete the future with what came of it. */
    Runnable on(Session session, Function<Throwable, RuntimeException> translation) {
        try {
            T value = work.on(session);
            return () -> result.complete(value);
        } catch (SQLException failure) {
            session.forgetStatements();
            return () -> result.completeExceptionally(translation.apply(failure));
        } catch (RuntimeException | Error failure) {
            session.forgetStatements();
            return () -> result.completeExceptionally(failure);
        }
    }
}
