package jp.tenken.storage.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The server that the tests use: the one named by {@value #VARIABLE}, else one in this process,
 * which keeps everything in memory and knows neither secondary indexes nor replica sets.
 *
 * <p>Every test has a database of its own. As an extension it drops them behind a test class.
 */
final class TestServer implements AfterAllCallback {

    static final String VARIABLE = "TENKEN_TEST_MONGODB_URI";

    private static final @Nullable String GIVEN = System.getenv(VARIABLE);
    private static final Set<String> DATABASES = ConcurrentHashMap.newKeySet();

    TestServer() {}

    /** One server and one client for the whole run; daemons, so nobody has to stop them. */
    private static final class Running {
        static final String URI = GIVEN == null ? inThisProcess() : GIVEN;
        static final ClusterTypes TYPES = new ClusterTypes();
        static final MongoClient CLIENT =
                MongoClients.create(
                        settings("unused")
                                .client()
                                .applyToClusterSettings(to -> to.addClusterListener(TYPES))
                                .build());

        private static String inThisProcess() {
            MongoServer server = new MongoServer(new MemoryBackend());
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
            return server.bindAndGetConnectionString();
        }
    }

    private static final class ClusterTypes implements ClusterListener {
        private volatile ServerAddress writable = new ServerAddress();

        @Override
        public void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
            for (ServerDescription server : event.getNewDescription().getServerDescriptions()) {
                if (server.isPrimary()) {
                    writable = server.getAddress();
                }
            }
        }
    }

    static String uri() {
        return Running.URI;
    }

    /** One of its servers: the one that takes the writes, where it is a replica set. */
    static ServerAddress address() {
        Mono.from(open("admin").runCommand(new org.bson.Document("ping", 1))).block();
        return Running.TYPES.writable;
    }

    /** Whether it is the server in this process. */
    static boolean isInThisProcess() {
        return GIVEN == null;
    }

    /** Settings for a database of this server. */
    static MongoSettings settings(String database) {
        return MongoSettings.of(Running.URI, database).allowingStandalone();
    }

    /** A name that no other test has. Dropped behind the test class. */
    static String database() {
        return remember("tenken_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** As {@link #database()}, the same one for the same directory. */
    static String database(Path directory) {
        UUID name = UUID.nameUUIDFromBytes(directory.toString().getBytes(StandardCharsets.UTF_8));
        return remember("tenken_" + name.toString().replace("-", ""));
    }

    private static String remember(String name) {
        DATABASES.add(name);
        return name;
    }

    /** A client with the engine's settings that all tests share; nobody closes it. */
    static MongoClient client() {
        return Running.CLIENT;
    }

    /** The settings of that client, for a client of one's own. */
    static MongoClientSettings.Builder clientSettings() {
        return settings("unused").client();
    }

    static MongoDatabase open(String database) {
        return Running.CLIENT.getDatabase(database);
    }

    /** Whether it has several members, one of which is the primary. */
    static boolean isReplicaSet() {
        return !isInThisProcess()
                && Mono.from(open("admin").runCommand(new org.bson.Document("hello", 1)))
                        .map(answer -> answer.containsKey("setName"))
                        .onErrorReturn(false)
                        .blockOptional()
                        .orElse(false);
    }

    /** Whether the server says how it finds things; the condition of tests that ask it. */
    static boolean explains() {
        return !isInThisProcess();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        for (String name : DATABASES) {
            Flux.from(open(name).drop()).then().block();
            DATABASES.remove(name);
        }
    }
}
