package jp.tenken.storage.mongodb;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collections of views that were dropped or replaced. They go much later, by the server's time, so
 * that whoever is still reading them comes to an end first. Thread-safe.
 */
final class RetiredRows {

    /** Found by {@code _id}, or read whole: it holds what was dropped within the last minutes. */
    static final CollectionSpec COLLECTION = CollectionSpec.of("views_retired");

    /** Far longer than a reader believes in what it knows of a view, and than any query takes. */
    static final Duration KEPT = Duration.ofMinutes(10);

    private static final Logger logger = LoggerFactory.getLogger(RetiredRows.class);
    private static final Pattern LIVE_ROWS =
            Pattern.compile("([a-z][a-z0-9_]*_v\\d+_[0-9a-f]{24})(_past)?");
    private static final String ID = "_id";
    private static final String STAMP = "at";

    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> retired;
    private final ViewRegistry registry;
    private final ServerClock clock;
    private final Replies replies;

    RetiredRows(MongoDatabase database, ViewRegistry registry, Replies replies) {
        this.database = database;
        this.retired = database.getCollection(COLLECTION.name(), BsonDocument.class);
        this.registry = registry;
        this.clock = new ServerClock(database, replies);
        this.replies = replies;
    }

    /** Notes that collections are out of use from now on. */
    CompletableFuture<Void> add(String live) {
        return replies.done(
                retired.updateOne(
                        Filters.eq(ID, live),
                        Updates.currentDate(STAMP),
                        new UpdateOptions().upsert(true)));
    }

    /**
     * Notes what nobody has noted because a process ended before it could, or wrote to collections
     * after they were gone. Never fails: it is housekeeping.
     */
    CompletableFuture<Void> addStrays() {
        return unharmed(
                registry.inUse()
                        .thenCombine(
                                replies.all(retired.find()),
                                (inUse, noted) -> {
                                    Set<String> known = new HashSet<>(inUse);
                                    noted.forEach(each -> known.add(each.getString(ID).getValue()));
                                    return known;
                                })
                        .thenCompose(
                                known ->
                                        replies.all(database.listCollectionNames())
                                                .thenCompose(there -> add(strays(there, known)))));
    }

    /** A view registers its collections before it makes them, so that none can be new. */
    private static Set<String> strays(List<String> there, Set<String> known) {
        Set<String> strays = new HashSet<>();
        for (String name : there) {
            var rows = LIVE_ROWS.matcher(name);
            if (rows.matches() && !known.contains(rows.group(1))) {
                strays.add(rows.group(1));
            }
        }
        return strays;
    }

    private CompletableFuture<Void> add(Set<String> strays) {
        return CompletableFuture.allOf(
                strays.stream().map(this::add).toArray(CompletableFuture[]::new));
    }

    /** Drops what has been out of use for long enough. Never fails: it is housekeeping. */
    CompletableFuture<Void> sweep() {
        return unharmed(
                clock.now()
                        .thenCompose(
                                now ->
                                        replies.all(
                                                retired.find(
                                                        Filters.lt(
                                                                STAMP,
                                                                Date.from(now.minus(KEPT))))))
                        .thenCompose(
                                old ->
                                        old.isEmpty()
                                                ? CompletableFuture.<Void>completedFuture(null)
                                                : registry.inUse()
                                                        .thenCompose(inUse -> drop(old, inUse))));
    }

    private CompletableFuture<Void> drop(List<BsonDocument> old, List<String> inUse) {
        return CompletableFuture.allOf(
                old.stream()
                        .map(each -> each.getString(ID).getValue())
                        .map(live -> inUse.contains(live) ? forget(live) : drop(live))
                        .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> drop(String live) {
        ViewLayout layout = new ViewLayout(live, List.of());
        return replies.done(database.getCollection(layout.live()).drop())
                .thenCompose(gone -> replies.done(database.getCollection(layout.past()).drop()))
                .thenCompose(gone -> forget(live));
    }

    private CompletableFuture<Void> forget(String live) {
        return replies.done(retired.deleteOne(Filters.eq(ID, live)));
    }

    private static CompletableFuture<Void> unharmed(CompletableFuture<Void> housekeeping) {
        return housekeeping.exceptionally(
                failure -> {
                    logger.warn("collections out of use stay until the next attempt", failure);
                    return null;
                });
    }
}
