package jp.tenken.storage.mongodb;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import jp.tenken.vault.Vault;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * The vault as a collection, one document per entry. Every write is answered when it is in the
 * journals of a majority.
 *
 * <p><b>What destroying means here.</b> The entry is gone from the collection on every member, for
 * good. MongoDB itself keeps what was written before for a while: in the operations log and the
 * journal of each member until they are overwritten, in free space of data files until that is used
 * again, and in backups. A client can do nothing about that. It is why the vault holds wrapped keys
 * and no plain ones: what such remains are worth ends with the master key, which is not in the
 * database. The operator's documentation says how long each of them lasts.
 *
 * <p>Thread-safe. Does not own the database.
 */
final class MongoVault implements Vault {

    /** Found by {@code _id} alone, which begins with the kind and sorts as the ids do. */
    static final CollectionSpec COLLECTION = CollectionSpec.of("vault");

    private static final String ID = "_id";
    private static final String SECRET = "v";
    private static final int ATTEMPTS = 5;

    private final MongoCollection<BsonDocument> entries;
    private final Replies replies;

    MongoVault(MongoDatabase database, Replies replies) {
        this.entries = database.getCollection(COLLECTION.name(), BsonDocument.class);
        this.replies = replies;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> find(String kind, String id) {
        return MongoFailures.forVault(select(kind, id));
    }

    private CompletableFuture<Optional<byte[]>> select(String kind, String id) {
        return replies.first(entries.find(entry(kind, id)))
                .thenApply(found -> found.map(MongoVault::secret));
    }

    @Override
    public CompletableFuture<Map<String, byte[]>> findAll(String kind, Collection<String> ids) {
        if (ids.size() > MAX_IDS) {
            throw new IllegalArgumentException("%d ids at once".formatted(ids.size()));
        }
        List<String> wanted = ids.stream().distinct().map(id -> name(kind, id)).toList();
        return MongoFailures.forVault(
                replies.all(entries.find(Filters.in(ID, wanted)))
                        .thenApply(
                                found -> {
                                    Map<String, byte[]> secrets = HashMap.newHashMap(found.size());
                                    found.forEach(
                                            each -> secrets.put(id(kind, each), secret(each)));
                                    return secrets;
                                }));
    }

    @Override
    public CompletableFuture<byte[]> putIfAbsent(String kind, String id, byte[] secret) {
        byte[] copy = checked(secret);
        return MongoFailures.forVault(putIfAbsent(kind, id, copy, ATTEMPTS));
    }

    private CompletableFuture<byte[]> putIfAbsent(
            String kind, String id, byte[] secret, int attempts) {
        CompletableFuture<byte[]> inserted =
                replies.done(entries.insertOne(document(kind, id, secret)))
                        .thenApply(done -> secret);
        return MongoFailures.onDuplicate(
                inserted,
                refused ->
                        select(kind, id)
                                .thenCompose(
                                        earlier -> {
                                            if (earlier.isPresent()) {
                                                return CompletableFuture.completedFuture(
                                                        earlier.get());
                                            }
                                            // Destroyed in between.
                                            return attempts > 1
                                                    ? putIfAbsent(kind, id, secret, attempts - 1)
                                                    : CompletableFuture.failedFuture(refused);
                                        }));
    }

    @Override
    public CompletableFuture<Void> put(String kind, String id, byte[] secret) {
        byte[] copy = checked(secret);
        return MongoFailures.forVault(
                // Two who put a new entry at once: some servers let the second try again, some us.
                MongoFailures.onDuplicate(
                        replace(kind, id, copy), refused -> replace(kind, id, copy)));
    }

    private CompletableFuture<Void> replace(String kind, String id, byte[] secret) {
        return replies.done(
                entries.replaceOne(
                        entry(kind, id),
                        document(kind, id, secret),
                        new ReplaceOptions().upsert(true)));
    }

    private static byte[] checked(byte[] secret) {
        if (secret.length == 0 || secret.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "an entry has 1 to %d bytes, not %d".formatted(MAX_BYTES, secret.length));
        }
        return secret.clone();
    }

    @Override
    public CompletableFuture<Boolean> destroy(String kind, String id) {
        return MongoFailures.forVault(
                replies.first(entries.deleteOne(entry(kind, id)))
                        .thenApply(done -> done.map(DeleteResult::getDeletedCount).orElse(0L) > 0));
    }

    @Override
    public CompletableFuture<List<String>> ids(String kind) {
        String first = RowIds.measured(kind);
        return MongoFailures.forVault(
                replies.all(
                                entries.find(ofKind(first))
                                        .sort(Sorts.ascending(ID))
                                        .projection(Projections.include(ID)))
                        .thenApply(found -> found.stream().map(each -> id(kind, each)).toList()));
    }

    private static Bson ofKind(String first) {
        return new BsonDocument(
                ID,
                new BsonDocument("$gte", new BsonString(first))
                        .append("$lt", new BsonString(first + OrderedText.BEYOND)));
    }

    private static Bson entry(String kind, String id) {
        return new BsonDocument(ID, new BsonString(name(kind, id)));
    }

    private static BsonDocument document(String kind, String id, byte[] secret) {
        return new BsonDocument(ID, new BsonString(name(kind, id)))
                .append(SECRET, new BsonBinary(secret));
    }

    private static String name(String kind, String id) {
        return RowIds.measured(kind) + OrderedText.encode(id);
    }

    private static String id(String kind, BsonDocument found) {
        return OrderedText.decode(
                found.getString(ID).getValue().substring(RowIds.measured(kind).length()));
    }

    private static byte[] secret(BsonDocument found) {
        return found.getBinary(SECRET).getData();
    }

    /** Nothing to release: neither database nor threads are the vault's own. */
    @Override
    public void close() {}
}
