package jp.tenken.storage.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.Futures;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * The clock of the server that takes the writes, which also stamps them. Asked by a command that
 * every server knows, because not every one can compare with its own time in a filter.
 *
 * <p>The answer is older than the moment at which it arrives, by up to a round trip. Whoever asks
 * the clock first and reads a stamp then therefore takes the stamp for younger than it is, never
 * for older. After a failover it is another clock; servers of a set are expected to agree to within
 * a second or so, and claims must last longer than that by far. Thread-safe.
 */
final class ServerClock {

    private static final BsonDocument HELLO = new BsonDocument("hello", new BsonInt32(1));

    /** What servers call it that do not know the newer name. */
    private static final BsonDocument FORMERLY = new BsonDocument("isMaster", new BsonInt32(1));

    private static final int COMMAND_NOT_FOUND = 59;
    private static final String LOCAL_TIME = "localTime";

    private final MongoDatabase database;
    private final Replies replies;
    private volatile BsonDocument question = HELLO;

    ServerClock(MongoDatabase database, Replies replies) {
        this.database = database;
        this.replies = replies;
    }

    /** A moment between the call and its answer. */
    CompletableFuture<Instant> now() {
        return ask(question)
                .exceptionallyCompose(
                        failure -> {
                            if (Futures.root(failure) instanceof MongoCommandException refused
                                    && refused.getErrorCode() == COMMAND_NOT_FOUND) {
                                question = FORMERLY;
                                return ask(FORMERLY);
                            }
                            return CompletableFuture.failedFuture(Futures.root(failure));
                        });
    }

    private CompletableFuture<Instant> ask(BsonDocument command) {
        return replies.first(database.runCommand(command, BsonDocument.class))
                .thenApply(
                        answer ->
                                Instant.ofEpochMilli(
                                        answer.orElseThrow().getDateTime(LOCAL_TIME).getValue()));
    }
}
