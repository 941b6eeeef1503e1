package jp.tenken.storage.mongodb;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import jp.tenken.projections.ViewStoreException;
import jp.tenken.vault.VaultException;

/** What the driver's exceptions mean, in plain English. The one place that tells them apart. */
final class MongoFailures {

    private static final String NO_WRITES_PERFORMED = "NoWritesPerformed";
    private static final int UNAUTHORIZED = 13;
    private static final int BAD_HINT = 2;

    private MongoFailures() {}

    /** What a read fails with. */
    static RuntimeException forReader(Throwable failure) {
        Throwable root = Futures.root(failure);
        return root instanceof CommitLogException known
                ? known
                : new CommitLogException(describe(root), root);
    }

    /** One line on what failed and what to do. */
    static String describe(Throwable failure) {
        return "the database: %s (%s)".formatted(advice(failure), failure.getMessage());
    }

    private static String advice(Throwable failure) {
        return switch (failure) {
            case MongoSecurityException refused ->
                    "it does not accept this program's user; check the credentials";
            case MongoTimeoutException late ->
                    "it cannot be reached or has no primary; check the servers and the network";
            case MongoSocketException cut ->
                    "the connection was lost; check the servers and the network";
            case MongoException coded when coded.getCode() == UNAUTHORIZED ->
                    "this program's user may not do that; give it the role readWrite";
            case MongoException coded when coded.getCode() == BAD_HINT ->
                    "it cannot answer along the index that the question needs; restart to make it again";
            default -> "it refused the operation";
        };
    }

    /** Whether the same question may well be answered a moment later. */
    static boolean isPassing(Throwable failure) {
        return failure instanceof MongoSocketException
                || failure instanceof MongoCursorNotFoundException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoConnectionPoolClearedException;
    }

    /**
     * Whether it is certain that a write was never done. The driver tries a write twice; that it
     * got no server or no connection is what it tells only when that was so the first time.
     */
    static boolean wroteNothing(Throwable failure) {
        return switch (failure) {
            case MongoOperationTimeoutException underWay -> false;
            case MongoTimeoutException notReached -> true;
            case MongoSocketOpenException notReached -> true;
            case MongoSecurityException notLetIn -> true;
            case MongoConnectionPoolClearedException notSent -> true;
            case MongoServerUnavailableException notSent -> true;
            case MongoException other -> other.hasErrorLabel(NO_WRITES_PERFORMED);
            default -> false;
        };
    }

    /** Whether a document with that key was there already, and nothing else went wrong. */
    static boolean isDuplicateKey(Throwable failure) {
        return switch (Futures.root(failure)) {
            case MongoWriteException write -> write.getError().getCode() == InsertVerdict.DUPLICATE;
            case MongoCommandException command -> command.getErrorCode() == InsertVerdict.DUPLICATE;
            case MongoBulkWriteException bulk -> onlyDuplicates(bulk);
            default -> false;
        };
    }

    private static boolean onlyDuplicates(MongoBulkWriteException bulk) {
        return bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream()
                        .allMatch(error -> error.getCode() == InsertVerdict.DUPLICATE);
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

    /** The same answer; a failure of the driver as callers of the views' ports expect it. */
    static <T> CompletableFuture<T> forViews(CompletableFuture<T> answer) {
        return translated(answer, failure -> new ViewStoreException(describe(failure), failure));
    }

    /** The same for callers of the vault, whose failures do not speak of what it holds. */
    static <T> CompletableFuture<T> forVault(CompletableFuture<T> answer) {
        return translated(
                answer,
                failure -> new VaultException("the database did not do what was asked", failure));
    }

    private static <T> CompletableFuture<T> translated(
            CompletableFuture<T> answer, Function<MongoException, RuntimeException> translation) {
        return answer.exceptionally(
                failure -> {
                    Throwable root = Futures.root(failure);
                    throw new CompletionException(
                            root instanceof MongoException known ? translation.apply(known) : root);
                });
    }
}
