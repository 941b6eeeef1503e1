package jp.tenken.storage.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.reactivestreams.client.MongoClient;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.Futures;
import jp.tenken.eventstore.format.CommitFormatException;
import jp.tenken.storage.mongodb.MongoStorageException.Kind;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * Says at start, in one sentence, why a server will not do; see {@link ServerFeature}. Thread-safe.
 */
final class ServerCheck {

    private static final BsonDocument PING = new BsonDocument("ping", new BsonInt32(1));
    private static final int UNAUTHORIZED = 13;

    private final MongoSettings settings;
    private final Replies replies;

    ServerCheck(MongoSettings settings, Replies replies) {
        this.settings = settings;
        this.replies = replies;
    }

    /** Reaches the server and asks what it is. */
    CompletableFuture<ServerFacts> facts(MongoClient client) {
        return replies.done(client.getDatabase(settings.database()).runCommand(PING))
                .thenApply(reached -> suitable(ServerFacts.of(client.getClusterDescription())));
    }

    /**
     * Lets a server pass that says it has what is needed.
     *
     * @throws MongoStorageException when it has not
     */
    ServerFacts suitable(ServerFacts server) {
        for (ServerFeature feature : ServerFeature.values()) {
            if (feature.isIn(server)) {
                continue;
            }
            switch (feature.checked()) {
                case BY_DESCRIPTION -> throw lacks(Kind.UNSUITABLE, server, feature);
                case BY_DESCRIPTION_UNLESS_ALLOWED -> requireAllowed(server, feature);
                case AT_START_BY_USE, AT_FIRST_USE, NOT_NEEDED -> {}
            }
        }
        return server;
    }

    private void requireAllowed(ServerFacts server, ServerFeature feature) {
        if (feature == ServerFeature.REPLICA_SET && !settings.allowStandalone()) {
            throw new MongoStorageException(
                    Kind.STANDALONE,
                    settings,
                    "is on %s, which loses what was acknowledged when it is lost; start a replica set (one member will do), or allow a standalone server in the settings"
                            .formatted(server.describe()),
                    null);
        }
        if (!settings.allowStandalone()) {
            throw lacks(Kind.UNSUITABLE, server, feature);
        }
    }

    private MongoStorageException lacks(Kind kind, ServerFacts server, ServerFeature feature) {
        return new MongoStorageException(
                kind,
                settings,
                "is on %s; this program needs one that %s"
                        .formatted(server.describe(), feature.meaning()),
                null);
    }

    /** What a start fails with, whatever went wrong. */
    MongoStorageException refusal(Throwable failure) {
        Throwable root = Futures.root(failure);
        return switch (root) {
            case MongoStorageException known -> known;
            case MongoSecurityException refused ->
                    refusal(Kind.REFUSED, "does not accept this program's user", refused);
            case MongoIncompatibleDriverException other ->
                    refusal(Kind.UNSUITABLE, "is on a server of another time", other);
            case MongoTimeoutException away when isRefused(away) ->
                    refusal(Kind.REFUSED, "does not accept this program's user", away);
            case MongoTimeoutException away ->
                    refusal(
                            Kind.UNREACHABLE,
                            "cannot be reached, or has no primary; check the address and the servers",
                            away);
            case MongoSocketException cut ->
                    refusal(Kind.UNREACHABLE, "cannot be reached; check the network", cut);
            case MongoException coded when coded.getCode() == UNAUTHORIZED ->
                    refusal(
                            Kind.REFUSED,
                            "does not let this program's user read and write; give it the role readWrite",
                            coded);
            case MongoCommandException lacking ->
                    refusal(Kind.UNSUITABLE, "is on a server that lacks something", lacking);
            case CommitFormatException unreadable ->
                    refusal(
                            Kind.DAMAGED,
                            "holds a log that cannot be read at its end; restore a backup",
                            unreadable);
            case CommitLogException unread when unread.getCause() != null ->
                    refusal(unread.getCause());
            default -> refusal(Kind.UNSUITABLE, "cannot be used", root);
        };
    }

    /** The driver waits for a server that it may enter; the reason is in the message only. */
    private static boolean isRefused(MongoTimeoutException failure) {
        String message = failure.getMessage();
        return message != null && message.contains("MongoSecurityException");
    }

    private MongoStorageException refusal(Kind kind, String what, Throwable cause) {
        return new MongoStorageException(
                kind, settings, "%s (%s)".formatted(what, cause.getMessage()), cause);
    }
}
