package jp.tenken.standalone;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.tenken.vault.MasterKey;
import org.bson.BsonDocument;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * A database of its own on the server that {@code TENKEN_TEST_MONGODB_URI} names, else on a wire
 * server in this process.
 */
final class MongodbHouse extends House {

    private static final List<String> KEPT = List.of("tenken", "commits", "vault");

    /** One for the whole run. */
    private static final class Running {
        static final String URI = uri();
        static final MongoClient CLIENT = MongoClients.create(URI);

        private static String uri() {
            String given = System.getenv("TENKEN_TEST_MONGODB_URI");
            if (given != null) {
                return given;
            }
            // It complains at length of every command that it does not know.
            System.setProperty("logging.level.de.bwaldvogel.mongo", "off");
            MongoServer server = new MongoServer(new MemoryBackend());
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
            return server.bindAndGetConnectionString();
        }
    }

    private final String database;

    MongodbHouse(Path folder) {
        this(folder, "house_" + UUID.randomUUID().toString().replace("-", ""));
    }

    private MongodbHouse(Path folder, String database) {
        super(
                folder,
                List.of(
                        "--tenken.storage=mongodb",
                        "--tenken.mongodb.uri=" + Running.URI,
                        "--tenken.mongodb.database=" + database,
                        "--tenken.mongodb.allow-standalone=true",
                        "--tenken.master-key=" + MasterKey.fresh().text()));
        this.database = database;
    }

    @Override
    boolean shared() {
        return true;
    }

    @Override
    long claims() throws Exception {
        return all(collection("claims").find()).size();
    }

    @Override
    Backup backUp() throws Exception {
        Map<String, List<BsonDocument>> kept = new LinkedHashMap<>();
        for (String name : KEPT) {
            kept.put(name, all(collection(name).find()));
        }
        return () -> {
            for (String name : KEPT) {
                all(collection(name).deleteMany(new BsonDocument()));
                all(collection(name).insertMany(kept.get(name)));
            }
        };
    }

    private MongoCollection<BsonDocument> collection(String name) {
        return Running.CLIENT.getDatabase(database).getCollection(name, BsonDocument.class);
    }

    private static <T> List<T> all(Publisher<T> answers) throws Exception {
        return Flux.from(answers)
                .collectList()
                .toFuture()
                .get(StartedProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
