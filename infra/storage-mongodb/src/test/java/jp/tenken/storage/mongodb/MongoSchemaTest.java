package jp.tenken.storage.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jp.tenken.eventstore.tck.Await;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServer.class)
class MongoSchemaTest {

    private static final CollectionSpec THINGS =
            CollectionSpec.of("things", IndexSpec.uniqueOn("a"), IndexSpec.on("t", "-since"));

    private final MongoDatabase database = TestServer.open(TestServer.database());
    private final Replies replies = new Replies(Runnable::run);

    @Test
    void anIndexIsNamedByItsFieldsAndTheirDirections() {
        IndexSpec index = IndexSpec.on("t", "-since");
        assertThat(index.keys()).isEqualTo(BsonDocument.parse("{t: 1, since: -1}"));
        assertThat(index.name()).isEqualTo("t_down_since");
    }

    @Test
    void manyProcessesMayMakeTheSameCollectionAtOnceAndAgain() {
        List<CompletableFuture<Void>> made =
                IntStream.range(0, 8)
                        .mapToObj(each -> new MongoSchema(database, replies).create(THINGS))
                        .toList();
        made.forEach(Await::value);
        Await.value(new MongoSchema(database, replies).create(List.of(THINGS)));

        assertThat(Await.value(replies.all(database.listCollectionNames()))).contains("things");
    }
}
