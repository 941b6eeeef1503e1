package jp.tenken.storage.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.format.CommitFormatException;
import jp.tenken.projections.ViewStore;
import jp.tenken.projections.WorkClaims;
import jp.tenken.storage.mongodb.MongoStorageException.Kind;
import jp.tenken.vault.Vault;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;

/**
 * Everything that processes keep in one database, opened together and closed together. Any number
 * of processes may have it open. Thread-safe.
 */
public final class MongoStorage implements AutoCloseable {

    /** Questions that opening asks one after the other, with some to spare. */
    private static final int STEPS = 8;

    /** Every collection that is there from the start, with its indexes. */
    static final List<CollectionSpec> COLLECTIONS =
            Stream.of(
                            List.of(
                                    DatabaseFormat.COLLECTION,
                                    CommitDocument.COLLECTION,
                                    MongoVault.COLLECTION,
                                    MongoTokenStore.COLLECTION,
                                    MongoTokenStore.IDENTITY,
                                    MongoWorkClaims.COLLECTION,
                                    WriterLine.COLLECTION),
                            MongoViewStore.COLLECTIONS)
                    .flatMap(List::stream)
                    .toList();

    /** Axon's own default: claims are renewed several times within it. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private final MongoSettings settings;
    private final MongoClient client;
    private final ServerFacts server;
    private final MongoCommitLog log;
    private final MongoViewStore views;
    private final MongoVault vault;
    private final MongoTokenStore tokens;
    private final MongoWorkClaims claims;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MongoStorage(
            MongoSettings settings,
            MongoClient client,
            ServerFacts server,
            MongoCommitLog log,
            Supplier<UUID> names) {
        this.settings = settings;
        this.client = client;
        this.server = server;
        this.log = log;
        MongoDatabase database = client.getDatabase(settings.database());
        Replies replies = new Replies(OwnThreads.EXECUTOR);
        this.views = new MongoViewStore(database, replies);
        this.vault = new MongoVault(database, replies);
        this.tokens =
                new MongoTokenStore(
                        database, replies, names.get().toString(), CLAIM_TIMEOUT, names.get());
        this.claims = new MongoWorkClaims(database, replies);
    }

    /**
     * Opens the database, and makes what it needs when it is new. Waits for the server, as the
     * settings say; for the start of a program.
     *
     * @throws MongoStorageException when the database cannot be used; its message is for the
     *     operator
     */
    public static MongoStorage open(MongoSettings settings) {
        return open(settings, UUID::randomUUID);
    }

    /** As {@link #open(MongoSettings)}, with names for a new log from elsewhere. */
    static MongoStorage open(MongoSettings settings, Supplier<UUID> epochs) {
        MongoClient client = MongoClients.create(clientSettings(settings));
        try {
            return await(settings, check -> begin(settings, client, check, epochs));
        } catch (RuntimeException refusal) {
            client.close();
            throw refusal;
        }
    }

    /**
     * Gives the log in a database another epoch, which has to be done when the database was
     * restored from a backup: its positions and sequences may come to mean other events than those
     * that others have read. No service may run on it; those that keep views are noticed.
     *
     * @return the new epoch
     * @throws MongoStorageException when the database cannot be used, is in use, or holds no log
     */
    public static UUID renewEpoch(MongoSettings settings) {
        UUID epoch = UUID.randomUUID();
        try (MongoClient client = MongoClients.create(clientSettings(settings))) {
            return await(settings, check -> renew(settings, client, check, epoch));
        }
    }

    private static CompletableFuture<UUID> renew(
            MongoSettings settings, MongoClient client, ServerCheck check, UUID epoch) {
        MongoDatabase database = client.getDatabase(settings.database());
        Replies replies = new Replies(OwnThreads.EXECUTOR);
        return check.facts(client)
                .thenCompose(server -> new MongoWorkClaims(database, replies).anyHeld())
                .thenCompose(
                        held ->
                                held
                                        ? CompletableFuture.failedFuture(inUse(settings))
                                        : new DatabaseFormat(
                                                        settings, database, replies, () -> epoch)
                                                .renew(epoch))
                .thenApply(renewed -> epoch);
    }

    private static MongoStorageException inUse(MongoSettings settings) {
        return new MongoStorageException(
                Kind.IN_USE,
                settings,
                "is in use by a service that keeps views; stop all services first (one that was killed counts for some seconds more)",
                null);
    }

    /** Waits for what is done once, as the settings say. */
    private static <T> T await(
            MongoSettings settings, Function<ServerCheck, CompletableFuture<T>> work) {
        ServerCheck check = new ServerCheck(settings, new Replies(OwnThreads.EXECUTOR));
        try {
            return work.apply(check).get(patience(settings), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw check.refusal(failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException late) {
            throw new MongoStorageException(
                    Kind.UNREACHABLE, settings, "does not answer in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MongoStorageException(
                    Kind.UNREACHABLE, settings, "was not waited for", interrupted);
        }
    }

    private static MongoClientSettings clientSettings(MongoSettings settings) {
        try {
            return settings.client().build();
        } catch (IllegalArgumentException malformed) {
            // No cause: its message may quote the connection string, and that a password.
            throw new MongoStorageException(
                    Kind.MALFORMED_SETTING,
                    settings,
                    "cannot be looked for: the connection string is malformed; it begins with mongodb:// or mongodb+srv://",
                    null);
        }
    }

    private static long patience(MongoSettings settings) {
        return settings.reachWithin().plus(settings.answerWithin().multipliedBy(STEPS)).toMillis();
    }

    private static CompletableFuture<MongoStorage> begin(
            MongoSettings settings, MongoClient client, ServerCheck check, Supplier<UUID> epochs) {
        MongoDatabase database = client.getDatabase(settings.database());
        Replies replies = new Replies(OwnThreads.EXECUTOR);
        MongoSchema schema = new MongoSchema(database, replies);
        return check.facts(client)
                .thenCompose(
                        server ->
                                new DatabaseFormat(settings, database, replies, epochs)
                                        .epoch()
                                        .thenCompose(
                                                epoch ->
                                                        schema.create(COLLECTIONS)
                                                                .thenApply(made -> epoch))
                                        .thenApply(
                                                epoch ->
                                                        new MongoCommitLog(
                                                                database,
                                                                replies,
                                                                epoch,
                                                                ServerFeature.CHANGE_STREAMS.isIn(
                                                                        server)))
                                        .thenCompose(MongoStorage::requireReadableEnd)
                                        .thenApply(
                                                log ->
                                                        new MongoStorage(
                                                                settings, client, server, log,
                                                                epochs)))
                .thenCompose(storage -> storage.views.tidy().thenApply(tidy -> storage));
    }

    private static CompletableFuture<MongoCommitLog> requireReadableEnd(MongoCommitLog log) {
        return log.head()
                .thenCompose(
                        head ->
                                log.read(Math.max(0, head - 1), head, 1)
                                        .thenApply(
                                                page -> {
                                                    if (head > 0 && page.commits().isEmpty()) {
                                                        throw new CommitFormatException(
                                                                "its last commit is missing");
                                                    }
                                                    return log;
                                                }));
    }

    /** The log. Closed with the storage. */
    public CommitLog log() {
        return log;
    }

    /** Rows of views. Closed with the storage. */
    public ViewStore views() {
        return views;
    }

    /** Keys and secrets. Closed with the storage. */
    public Vault vault() {
        return vault;
    }

    /** Tokens of Axon's processors; every opened storage is an owner of its own. */
    public TokenStore tokens() {
        return tokens;
    }

    /** Who keeps which view. */
    public WorkClaims claims() {
        return claims;
    }

    /** Where the data is, for people: kind of deployment, hosts and database, no credentials. */
    public String location() {
        return "%s, database %s".formatted(where(), settings.database());
    }

    private String where() {
        return "%s at %s".formatted(server.describe(), String.join(", ", settings.hosts()));
    }

    /** What the program says at start. */
    public CompletableFuture<StorageFacts> facts() {
        return log.head().thenApply(head -> new StorageFacts(where(), settings.database(), head));
    }

    /** Lets what is under way be done and gives the connections back. Again is harmless. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            log.close();
            views.close();
            vault.close();
            client.close();
        }
    }
}
