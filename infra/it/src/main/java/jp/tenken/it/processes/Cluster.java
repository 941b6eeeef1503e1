package jp.tenken.it.processes;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tenken.command.CommandServiceApplication;
import jp.tenken.integration.IntegrationServiceApplication;
import jp.tenken.it.TenkenProcess;
import jp.tenken.it.TestIssuer;
import jp.tenken.query.QueryServiceApplication;
import jp.tenken.runtime.storage.OpenStorage;
import jp.tenken.runtime.storage.StorageChoice;
import jp.tenken.runtime.storage.StorageSettings;
import org.jspecify.annotations.Nullable;

/**
 * Two command services, two query services and an integration service on one MongoDB: the server
 * that {@code TENKEN_MONGODB_URI} names, or a wire server of its own. In a database of its own.
 */
final class Cluster implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("listens at ([0-9.]+:[0-9]+)");
    private static final int SERVER_MEGABYTES = 1024;
    private static final int KEY_BYTES = 32;

    private final @Nullable TenkenProcess server;
    private final StorageSettings storage;
    private final List<Member> commands;
    private final List<Member> queries;
    private final Member integration;

    private Cluster(
            @Nullable TenkenProcess server,
            StorageSettings storage,
            Map<String, String> settings,
            Path folder) {
        this.server = server;
        this.storage = storage;
        this.commands = two("command", CommandServiceApplication.class, settings, folder);
        this.queries = two("query", QueryServiceApplication.class, settings, folder);
        this.integration =
                new Member("integration", IntegrationServiceApplication.class, settings, folder);
    }

    private static List<Member> two(
            String name, Class<?> main, Map<String, String> settings, Path folder) {
        return List.of(
                new Member(name + "-1", main, settings, folder),
                new Member(name + "-2", main, settings, folder));
    }

    /**
     * Starts the server where none is named; the services are started with {@link #start}.
     *
     * @param folder for what the processes say
     * @param database a name that nobody else uses
     */
    static Cluster prepare(Path folder, String database, TestIssuer issuer) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String masterKey = Base64.getEncoder().encodeToString(key);
        String uri = System.getenv("TENKEN_MONGODB_URI");
        boolean standalone = Boolean.parseBoolean(System.getenv("TENKEN_MONGODB_ALLOW_STANDALONE"));
        TenkenProcess server = null;
        if (uri == null || uri.isBlank()) {
            Path output = folder.resolve("output-mongodb.txt");
            server =
                    TenkenProcess.launch(
                            WireServer.class, List.of("0"), Map.of(), SERVER_MEGABYTES, output);
            uri = "mongodb://" + server.awaitSaid(LISTENS);
            standalone = true;
        }
        Map<String, String> settings = new HashMap<>(issuer.settings());
        settings.put("SERVER_PORT", "0");
        settings.put("TENKEN_STORAGE", "mongodb");
        settings.put("TENKEN_MONGODB_URI", uri);
        settings.put("TENKEN_MONGODB_DATABASE", database);
        settings.put("TENKEN_MONGODB_ALLOW_STANDALONE", Boolean.toString(standalone));
        settings.put("TENKEN_MASTER_KEY", masterKey);
        return new Cluster(
                server,
                new StorageSettings(
                        "mongodb",
                        folder,
                        masterKey,
                        new StorageSettings.Mongodb(uri, database, standalone)),
                settings,
                folder);
    }

    /** Starts all services at once, as a machine does that was switched on. */
    void start() {
        all().forEach(Member::launch);
        all().forEach(Member::awaitReady);
    }

    /** Opens what the services share, beside them. */
    OpenStorage open() {
        return StorageChoice.ofAll().open(storage, false, Clock.systemUTC());
    }

    /** Who claims what. */
    ClaimBook claims() {
        StorageSettings.Mongodb mongodb = storage.mongodb();
        return new ClaimBook(Objects.requireNonNull(mongodb.uri()), mongodb.database());
    }

    List<Member> commands() {
        return commands;
    }

    List<Member> queries() {
        return queries;
    }

    Member integration() {
        return integration;
    }

    List<Member> all() {
        return Stream.of(commands, queries, List.of(integration)).flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        all().forEach(Member::close);
        if (server != null) {
            server.close();
        }
    }
}
