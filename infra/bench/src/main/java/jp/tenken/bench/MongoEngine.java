package jp.tenken.bench;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import jp.tenken.projections.ViewName;
import jp.tenken.runtime.Storage;
import jp.tenken.storage.mongodb.MongoSettings;
import jp.tenken.storage.mongodb.MongoStorage;
import jp.tenken.vault.MasterKey;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The hosted engine. Every folder of a run stands for a database of its own on one server, dropped
 * at the end of the run.
 */
final class MongoEngine implements BenchEngine {

    static final String NAME = "mongodb";

    private static final double REPLAY_BAR = 0.70;
    private static final String RESERVATION =
            "figures on a server that is not MongoDB, such as a wire server in the JVM, are for orientation only and pass nothing";

    private final MongoServer server;
    private final MasterKey masterKey = MasterKey.fresh();
    private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final Map<Path, String> databases = new ConcurrentHashMap<>();

    private MongoEngine(MongoServer server) {
        this.server = server;
    }

    /** On the server that the environment names, else on one that ends with this. */
    static MongoEngine start(Path folder) throws IOException, InterruptedException {
        beQuiet(LogLevel.WARN);
        return new MongoEngine(MongoServer.find(folder));
    }

    /** Unasked, the driver would write down every command. */
    static void beQuiet(LogLevel from) {
        LoggingSystem.get(MongoEngine.class.getClassLoader()).setLogLevel("ROOT", from);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> describe() {
        return server.describe();
    }

    @Override
    public String reservation() {
        return server.genuine() ? "" : RESERVATION;
    }

    /** Where nothing but {@code _id} is indexed, what goes along an index is a scan. */
    @Override
    public Scale bearable(Scale asked) {
        return server.genuine() ? asked : asked.atMost(Scale.SCANS);
    }

    @Override
    public OpenedStorage open(Path folder) {
        return open(server.uri(), database(folder), masterKey);
    }

    /** The engine on a database of any server. */
    static OpenedStorage open(String uri, String database, MasterKey masterKey) {
        MongoStorage opened =
                MongoStorage.open(MongoSettings.of(uri, database).allowingStandalone());
        return new OpenedStorage(
                new Storage(
                        NAME,
                        opened.location(),
                        opened.log(),
                        opened.views(),
                        opened.vault(),
                        masterKey,
                        Optional.of(opened.claims())),
                opened::close);
    }

    @Override
    public void copy(Path from, Path to) {
        MongoCalls.copy(raw(from), raw(to));
    }

    @Override
    public Map<String, String> settings(Path folder) {
        return Map.of(
                "tenken.storage", NAME,
                "tenken.mongodb.uri", server.uri(),
                "tenken.mongodb.database", database(folder),
                "tenken.mongodb.allow-standalone", "true",
                "tenken.master-key", masterKey.text());
    }

    @Override
    public RawLog rawLog(Path folder) {
        return new MongoRawLog(raw(folder));
    }

    @Override
    public RawView rawView(Path folder, ViewName view) {
        return new MongoRawView(raw(folder), view, this::raw);
    }

    @Override
    public RawRows rawRows(Path folder, ViewName view) {
        return new MongoRawRows(raw(folder), view);
    }

    private MongoDatabase raw(Path folder) {
        return server.database(database(folder));
    }

    private String database(Path folder) {
        return databases.computeIfAbsent(
                folder, fresh -> "tenken_bench_%s_%d".formatted(run, databases.size()));
    }

    @Override
    public double replayBar() {
        return REPLAY_BAR;
    }

    @Override
    public void close() {
        try {
            databases.values().forEach(name -> MongoCalls.done(server.database(name).drop()));
        } finally {
            server.close();
        }
    }
}
