package jp.tenken.storage.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.tenken.eventstore.WriteTurns;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewSchema;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every question of views, vault, tokens, claims and turns is in the list, and an index serves it.
 */
@ExtendWith(TestServer.class)
class StorageQueriesTest {

    private static final ViewName THINGS = new ViewName("things", 1);
    private static final ViewName SHADOW = new ViewName("shadow", 1);
    private static final UUID EPOCH = new UUID(1, 1);
    private final AskedQuestions asked = new AskedQuestions();
    private final MongoClient client =
            MongoClients.create(TestServer.clientSettings().addCommandListener(asked).build());
    private final MongoDatabase database = client.getDatabase(TestServer.database());

    @BeforeEach
    void askEverything() {
        askViews();
        askTheVault();
        askTokens();
        askClaims();
        askTurns();
    }

    private void askViews() {
        try (MongoViewStore views = views()) {
            ViewSchema schema = new ViewSchema(THINGS, List.of("status", "kind"));
            Await.value(views.create(schema));
            Await.value(views.create(new ViewSchema(SHADOW, schema.attributes())));
            for (ViewName view : List.of(THINGS, SHADOW)) {
                Await.value(views.write(view, 0, 2, EPOCH, List.of(row("a", 1), row("b", 2))));
                Await.value(views.write(view, 2, 3, EPOCH, List.of(row("a", 3))));
                // Whoever comes next does not know what stands there and finds out.
                Await.value(views().write(view, 3, 4, EPOCH, List.of(row("b", 4))));
            }
            dieBehindThePast();
            Await.value(views().write(THINGS, 4, 5, EPOCH, List.of(row("a", 5))));
            Await.value(views.live(THINGS, List.of(key("a"), key("b"), key("c"))));
            Await.value(views.find(THINGS, key("a"), 1));
            Await.value(views.find(THINGS, key("a"), Row.OPEN));
            for (long sequence : List.of(2L, Row.OPEN)) {
                for (Map<String, String> equal :
                        List.of(
                                Map.<String, String>of(),
                                Map.of("status", "open"),
                                Map.of("status", "open", "kind", "x"))) {
                    for (boolean descending : List.of(true, false)) {
                        list(views, equal, null, descending, null, sequence);
                        list(views, equal, "text", descending, null, sequence);
                        list(
                                views,
                                equal,
                                null,
                                descending,
                                new RowQuery.After("sort", "a"),
                                sequence);
                    }
                }
            }
            Await.value(views.tidy());
            Await.value(views.promote(SHADOW, THINGS));
            Await.value(views.drop(THINGS));
        }
    }

    /** Whoever comes after this finds versions that it wants to write itself. */
    private void dieBehindThePast() {
        MongoDatabase dying = new FaultyDatabase(FaultyDatabase.Fault.LOST_AFTER, 0).over(database);
        try (MongoViewStore views = new MongoViewStore(dying, TestReplies.REPLIES)) {
            assertThat(Await.outcome(views.write(THINGS, 4, 5, EPOCH, List.of(row("a", 5)))))
                    .isNotNull();
        }
    }

    private static void list(
            MongoViewStore views,
            Map<String, String> equal,
            @Nullable String text,
            boolean descending,
            RowQuery.@Nullable After after,
            long sequence) {
        Await.value(
                views.list(
                        THINGS,
                        new RowQuery(
                                "north", equal, text, null, null, descending, after, 5, sequence)));
    }

    private MongoViewStore views() {
        return new MongoViewStore(database, TestReplies.REPLIES);
    }

    private static RowKey key(String key) {
        return new RowKey("north", key);
    }

    private static Row row(String key, long since) {
        return new Row(
                key(key),
                since,
                Row.OPEN,
                "sort",
                "some text",
                Map.of("status", Set.of("open"), "kind", Set.of("x")),
                new byte[] {1});
    }

    private void askTheVault() {
        MongoVault vault = new MongoVault(database, TestReplies.REPLIES);
        Await.value(vault.put("key", "1", new byte[] {1}));
        Await.value(vault.putIfAbsent("key", "1", new byte[] {2}));
        Await.value(vault.find("key", "1"));
        Await.value(vault.findAll("key", List.of("1", "2")));
        Await.value(vault.ids("key"));
        Await.value(vault.destroy("key", "1"));
    }

    private void askTokens() {
        MongoTokenStore mine = tokens("mine", Duration.ofHours(1));
        GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(7);
        Await.value(mine.retrieveStorageIdentifier(null));
        Await.value(mine.initializeTokenSegments("p", 2, null, null));
        Await.value(mine.fetchToken("p", 0, null));
        Await.value(mine.storeToken(token, "p", 0, null));
        Await.value(mine.extendClaim("p", 0, null));
        Await.until(
                "the claim is older than a moment",
                () ->
                        Await.outcome(tokens("heir", Duration.ZERO).fetchToken("p", 0, null))
                                == null);
        Await.value(mine.fetchSegment("p", 0, null));
        Await.value(mine.fetchSegments("p", null));
        Await.value(mine.fetchAvailableSegments("p", null));
        Await.value(mine.releaseClaim("p", 1, null));
        Await.value(mine.deleteToken("p", 1, null));
        Await.value(mine.initializeSegment(null, "p", new Segment(1, 1), null));
    }

    private MongoTokenStore tokens(String owner, Duration claimTimeout) {
        return new MongoTokenStore(
                database, TestReplies.REPLIES, owner, claimTimeout, new UUID(1, 1));
    }

    private void askClaims() {
        MongoWorkClaims claims = new MongoWorkClaims(database, TestReplies.REPLIES);
        Await.value(claims.claim("work", "one", Duration.ofMillis(1)));
        Await.until(
                "the claim has run out",
                () -> Await.value(claims.claim("work", "other", Duration.ofHours(1))));
        Await.value(claims.anyHeld());
        Await.value(claims.release("work", "other"));
    }

    private void askTurns() {
        WriteTurns mine = turns("mine");
        WriteTurns others = turns("others");
        Await.value(mine.take());
        Await.value(others.wanted());
        CompletableFuture<Boolean> waiting = others.take();
        Await.until("the turn is passed on", () -> Await.value(mine.leave()) && waiting.isDone());
        Await.value(others.leave());
    }

    private WriteTurns turns(String name) {
        return new MongoWriteTurns(
                database,
                TestReplies.REPLIES,
                new Gate("the line"),
                MongoWriteTurns.Pauses.REAL,
                name);
    }

    @AfterEach
    void closeTheClient() {
        client.close();
    }

    @Test
    void everyQuestionIsListedAndEveryListedOneIsAsked() {
        Set<StorageQuery> kinds = EnumSet.noneOf(StorageQuery.class);
        asked.questions().forEach(question -> kinds.add(question.query()));
        assertThat(kinds).isEqualTo(EnumSet.allOf(StorageQuery.class));
    }

    @Test
    void everyIndexThatServesIsMadeAndEveryOneThatIsMadeServes() {
        Set<List<String>> serving = new HashSet<>();
        for (StorageQuery query : StorageQuery.values()) {
            IndexSpec index = query.index();
            if (index != null && !index.fields().equals(List.of("_id"))) {
                serving.add(index.fields());
            }
        }
        Set<List<String>> made = new HashSet<>();
        new ViewLayout("things", List.of("status", "kind"))
                .collections()
                .forEach(
                        collection ->
                                collection
                                        .indexes()
                                        .forEach(
                                                index ->
                                                        made.add(
                                                                AskedQuestions.general(
                                                                        index.fields()))));
        for (CollectionSpec collection : MongoStorage.COLLECTIONS) {
            if (AskedQuestions.PLACES.containsKey(collection.name())) {
                collection.indexes().forEach(index -> made.add(index.fields()));
            }
        }
        assertThat(made).isEqualTo(serving);
    }

    @Test
    @EnabledIf(
            value = "jp.tenken.storage.mongodb.TestServer#explains",
            disabledReason =
                    "NOT RUN: the server in this process explains nothing; name one in "
                            + TestServer.VARIABLE)
    void theServerGoesAlongAnIndexAndSortsNothing() {
        for (AskedQuestions.Question question : asked.questions()) {
            if (question.query().index() != null) {
                String plan = plan(question.command());
                assertThat(plan)
                        .as(question.command().toJson())
                        .doesNotContain("COLLSCAN")
                        .doesNotContain("\"SORT\"");
            }
        }
    }

    private String plan(BsonDocument find) {
        BsonDocument explain =
                new BsonDocument("explain", find)
                        .append("verbosity", new BsonString("queryPlanner"));
        return Await.value(
                        TestReplies.REPLIES.first(database.runCommand(explain, BsonDocument.class)))
                .orElseThrow()
                .getDocument("queryPlanner")
                .getDocument("winningPlan")
                .toJson();
    }
}
