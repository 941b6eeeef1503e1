package jp.tenken.storage.mongodb;

import com.mongodb.MongoException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.tenken.eventstore.Futures;
import jp.tenken.projections.ViewStoreException;

/** Says of the driver's failures what callers of the views' ports expect to hear. */
final class ViewFailures {

    private ViewFailures() {}

    /** The same answer; a failure of the driver as {@link ViewStoreException}. */
    static <T> CompletableFuture<T> translated(CompletableFuture<T> answer) {
        return answer.exceptionally(
                failure -> {
                    Throwable root = Futures.root(failure);
                    throw new CompletionException(
                            root instanceof MongoException
                                    ? new ViewStoreException(
                                            "the database did not do what was asked: "
                                                    + root.getMessage(),
                                            root)
                                    : root);
                });
    }
}
