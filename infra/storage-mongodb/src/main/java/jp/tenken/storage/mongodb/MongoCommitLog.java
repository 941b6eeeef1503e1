package jp.tenken.storage.mongodb;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.DenseBatch;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.WriteTurns;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The log in the collection {@code commits}: one document per commit, its {@code _id} the position
 * of its first event. Any number of processes write; whoever inserts a position first has it.
 *
 * <p>Thread-safe.
 */
final class MongoCommitLog implements CommitLog {

    private static final int NANOS_PER_MICRO = 1_000;

    private final UUID epoch;
    private final LogReader reader;
    private final LogRanges ranges;
    private final LogHead head;
    private final LogWriter writer;
    private final LogGrowth growth;
    private final MongoDatabase database;
    private final Replies replies;
    private final Gate gate = new Gate("the log");

    /**
     * The log of a database whose collection is there already.
     *
     * @param epoch of the history in the database
     * @param watched whether the server tells of what others write
     */
    MongoCommitLog(MongoDatabase database, Replies replies, UUID epoch, boolean watched) {
        MongoCollection<CommitDocument> commits = commits(database);
        this.epoch = epoch;
        this.database = database;
        this.replies = replies;
        this.reader = new LogReader(commits, replies);
        this.ranges = new LogRanges(reader);
        this.head = new LogHead(reader);
        this.writer = new LogWriter(commits, replies, reader, head);
        this.growth = new LogGrowth(commits, watched);
    }

    /** The collection with its documents as this engine knows them. */
    static MongoCollection<CommitDocument> commits(MongoDatabase database) {
        return database.getCollection(CommitDocument.COLLECTION.name(), CommitDocument.class)
                .withCodecRegistry(
                        CodecRegistries.fromRegistries(
                                CodecRegistries.fromCodecs(new CommitDocumentCodec()),
                                database.getCodecRegistry()));
    }

    @Override
    public UUID epoch() {
        return epoch;
    }

    @Override
    public Optional<WriteTurns> turns() {
        return Optional.of(
                new MongoWriteTurns(
                        database,
                        replies,
                        gate,
                        MongoWriteTurns.Pauses.REAL,
                        new ObjectId().toHexString()));
    }

    @Override
    public CompletableFuture<Long> head() {
        return ask(head::read);
    }

    @Override
    public CompletableFuture<AppendOutcome> tryAppend(long expectedHead, List<Commit> commits) {
        List<Commit> batch = DenseBatch.of(expectedHead, commits);
        return ask(() -> writer.append(expectedHead, batch));
    }

    @Override
    public CompletableFuture<CommitPage> read(long after, long upTo, int maxEvents) {
        return ask(() -> ranges.positions(after, upTo, maxEvents).thenApply(this::confirmed));
    }

    /** A majority has what it was read from, so nobody need ask for a head before that. */
    private CommitPage confirmed(CommitPage page) {
        if (!page.commits().isEmpty()) {
            head.confirm(page.commits().getLast().header().lastPosition());
        }
        return page;
    }

    @Override
    public CompletableFuture<CommitPage> readMatching(
            @Nullable String tenant, Criteria criteria, long after, long upTo, int maxEvents) {
        return ask(
                () ->
                        upTo <= head.known()
                                ? search(tenant, criteria, after, upTo, maxEvents)
                                : head.read()
                                        .thenCompose(
                                                end ->
                                                        search(
                                                                tenant,
                                                                criteria,
                                                                after,
                                                                Math.min(upTo, end),
                                                                maxEvents)));
    }

    private CompletableFuture<CommitPage> search(
            @Nullable String tenant, Criteria criteria, long after, long end, int maxEvents) {
        if (end <= after) {
            return CompletableFuture.completedFuture(new CommitPage(List.of(), after));
        }
        LogSearch search = new LogSearch(tenant, criteria, after, end);
        LogSearch.Question question = search.question();
        return reader.page(question.query(), question.filter(), maxEvents)
                .thenApply(page -> page.page(search::matches, end));
    }

    @Override
    public CompletableFuture<CommitPage> readTenant(
            String tenant, long afterSequence, int maxEvents) {
        return ask(() -> ranges.sequences(tenant, afterSequence, maxEvents));
    }

    @Override
    public CompletableFuture<Optional<Commit>> findAppend(UUID appendId) {
        BsonDocument filter = new BsonDocument(CommitDocument.APPEND, new BsonBinary(appendId));
        return ask(
                () ->
                        reader.first(LogQuery.BY_APPEND, filter)
                                .thenApply(found -> found.map(CommitDocument::commit)));
    }

    @Override
    public CompletableFuture<TenantHead> tenantHead(String tenant) {
        return ask(
                () ->
                        reader.first(LogQuery.TENANT_HEAD, ofTenant(tenant))
                                .thenApply(
                                        found ->
                                                found.map(MongoCommitLog::end)
                                                        .orElse(TenantHead.EMPTY)));
    }

    private static TenantHead end(CommitDocument last) {
        return new TenantHead(last.lastSequence(), last.end(), last.recordedAt(), last.hash());
    }

    @Override
    public CompletableFuture<Map<String, Hash>> chainHeads(String tenant, Set<String> chains) {
        List<String> asked = List.copyOf(chains);
        return ask(
                () -> {
                    List<CompletableFuture<Optional<CommitDocument>>> links =
                            asked.stream().map(chain -> lastLink(tenant, chain)).toList();
                    return CompletableFuture.allOf(links.toArray(CompletableFuture[]::new))
                            .thenApply(
                                    all -> {
                                        Map<String, Hash> heads = new HashMap<>();
                                        for (int i = 0; i < asked.size(); i++) {
                                            CommitDocument link =
                                                    links.get(i).resultNow().orElse(null);
                                            if (link != null) {
                                                heads.put(asked.get(i), link.hash());
                                            }
                                        }
                                        return heads;
                                    });
                });
    }

    private CompletableFuture<Optional<CommitDocument>> lastLink(String tenant, String chain) {
        return reader.first(
                LogQuery.CHAIN_HEAD,
                ofTenant(tenant)
                        .append(CommitDocument.KEYS, new BsonString(chain))
                        .append(CommitDocument.CHAINS, new BsonString(chain)));
    }

    @Override
    public CompletableFuture<Long> positionBefore(Instant instant) {
        long micros = micros(instant, NANOS_PER_MICRO - 1);
        return ask(
                () ->
                        reader.first(
                                        LogQuery.BEFORE_TIME,
                                        LogReader.range(CommitDocument.RECORDED, "$lt", micros))
                                .thenApply(found -> found.map(CommitDocument::end).orElse(0L)));
    }

    @Override
    public CompletableFuture<Long> sequenceAt(String tenant, Instant instant) {
        BsonDocument filter = ofTenant(tenant);
        filter.putAll(LogReader.range(CommitDocument.RECORDED, "$lte", micros(instant, 0)));
        return ask(
                () ->
                        reader.first(LogQuery.TENANT_AT, filter)
                                .thenApply(
                                        found ->
                                                found.map(CommitDocument::lastSequence)
                                                        .orElse(0L)));
    }

    private static BsonDocument ofTenant(String tenant) {
        return LogReader.equal(CommitDocument.TENANT, tenant);
    }

    @Override
    public AutoCloseable onGrowth(Runnable hint) {
        return growth.subscribe(hint);
    }

    @Override
    public void close() {
        growth.close();
        gate.close();
    }

    private <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
        return gate.pass(question)
                .exceptionally(
                        failure -> {
                            throw new CompletionException(MongoFailures.forReader(failure));
                        });
    }

    /** Microseconds since 1970; times beyond what fits become the largest or smallest that does. */
    private static long micros(Instant instant, int roundingNanos) {
        try {
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), TimeUnit.SECONDS.toMicros(1)),
                    (instant.getNano() + roundingNanos) / NANOS_PER_MICRO);
        } catch (ArithmeticException beyond) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
