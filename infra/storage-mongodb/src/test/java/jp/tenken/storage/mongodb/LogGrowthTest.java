package jp.tenken.storage.mongodb;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.CommitFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Word of what others write, from a server in this process that keeps an operations log and so
 * tells of changes.
 */
class LogGrowthTest {

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final CommitFixtures commits = new CommitFixtures();
    private final AtomicInteger hints = new AtomicInteger();

    @AfterEach
    void stopTheServer() {
        server.shutdownNow();
    }

    @Test
    void whoWaitsHearsOfWhatAnotherWrites() throws Exception {
        server.enableOplog();
        try (MongoClient client = client();
                CommitLog writer = TestLogs.open(client.getDatabase("growth"));
                CommitLog reader = watching(client);
                AutoCloseable subscription = reader.onGrowth(hints::incrementAndGet)) {
            assertThat(subscription).isNotNull();
            // The server begins to tell when it has got round to it; what was before is not told.
            Await.until(
                    "a hint came",
                    () -> {
                        append(writer);
                        return hints.get() > 0;
                    });
        }
    }

    @Test
    void aServerThatTellsNothingHoldsNobodyUp() throws Exception {
        try (MongoClient client = client();
                CommitLog reader = watching(client);
                AutoCloseable subscription = reader.onGrowth(hints::incrementAndGet)) {
            assertThat(subscription).isNotNull();
            append(reader);
            assertThat(Await.value(reader.head())).isEqualTo(commits.head());
        }
    }

    private void append(CommitLog log) {
        long head = commits.head();
        assertThat(Await.value(log.tryAppend(head, List.of(commits.commit("t", event("A"))))))
                .isEqualTo(new AppendOutcome.Appended());
    }

    private MongoClient client() {
        String uri = server.bindAndGetConnectionString();
        return MongoClients.create(MongoSettings.of(uri, "growth").client().build());
    }

    private static CommitLog watching(MongoClient client) {
        return new MongoCommitLog(
                client.getDatabase("growth"),
                new Replies(OwnThreads.EXECUTOR),
                new UUID(1, 1),
                true);
    }
}
