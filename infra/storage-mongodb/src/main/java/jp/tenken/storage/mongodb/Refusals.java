package jp.tenken.storage.mongodb;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import jp.tenken.eventstore.Futures;

/** What the server's refusals mean. */
final class Refusals {

    private static final int DUPLICATE_KEY = 11000;

    private Refusals() {}

    /** Whether a document with that key was there already, and nothing else went wrong. */
    static boolean isDuplicateKey(Throwable failure) {
        return switch (Futures.root(failure)) {
            case MongoWriteException write -> write.getError().getCode() == DUPLICATE_KEY;
            case MongoCommandException command -> command.getErrorCode() == DUPLICATE_KEY;
            case MongoBulkWriteException bulk -> onlyDuplicates(bulk);
            default -> false;
        };
    }

    private static boolean onlyDuplicates(MongoBulkWriteException bulk) {
        return bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream()
                        .allMatch(error -> error.getCode() == DUPLICATE_KEY);
    }

    /** The answer, or another one where a document with that key was there already. */
    static <T> CompletableFuture<T> onDuplicate(
            CompletableFuture<T> answer, Function<Throwable, CompletableFuture<T>> instead) {
        return answer.exceptionallyCompose(
                failure -> {
                    Throwable root = Futures.root(failure);
                    return isDuplicateKey(root)
                            ? instead.apply(root)
                            : CompletableFuture.failedFuture(root);
                });
    }
}
