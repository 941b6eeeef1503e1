package jp.tenken.bench;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jp.tenken.it.processes.WireServer;
import jp.tenken.storage.mongodb.MongoSettings;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The server that the hosted engine is measured on: the one that {@value #URI} names, else a wire
 * server on the JVM in a process of its own. The client is told what the engine tells its own.
 */
final class MongoServer implements AutoCloseable {

    /** Environment variable with the connection string of a server. */
    static final String URI = "TENKEN_MONGODB_URI";

    private static final int PATIENCE_SECONDS = 60;
    private static final int POLL_MILLIS = 50;

    /** MongoDB says from which revision it was built; what only speaks like it has none to name. */
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{40}");

    private final String uri;
    private final MongoClient client;
    private final @Nullable Process process;
    private final BsonDocument build;

    private MongoServer(String uri, @Nullable Process process) {
        this.uri = uri;
        this.process = process;
        this.client = MongoClients.create(MongoSettings.of(uri, "unused").client().build());
        this.build = asked("buildInfo");
    }

    /** The named server, else one that is started. */
    static MongoServer find(Path folder) throws IOException, InterruptedException {
        String given = System.getenv(URI);
        return given == null || given.isBlank() ? onTheJvm(folder) : new MongoServer(given, null);
    }

    /** Starts a wire server. */
    private static MongoServer onTheJvm(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path output = folder.resolve("wire-server.out");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx2g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WireServer.class.getName(),
                                Integer.toString(port))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!said(output).contains("listens at")) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)
                    || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("the wire server did not start: " + said(output));
            }
        }
        return new MongoServer("mongodb://127.0.0.1:%d/".formatted(port), process);
    }

    private static String said(Path output) throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    String uri() {
        return uri;
    }

    MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    /** Whether it is MongoDB itself, not something that speaks its protocol. */
    boolean genuine() {
        return REVISION.matcher(text(build, "gitVersion")).matches()
                && !build.containsKey("ferretdbVersion");
    }

    /** Kind, version and place, for the report; no credentials. */
    List<String> describe() {
        BsonDocument status = asked("serverStatus");
        BsonValue engine = status.get("storageEngine", new BsonDocument());
        return List.of(
                "server: %s, says version %s of process '%s', storage %s, %s"
                        .formatted(
                                kind(),
                                text(build, "version"),
                                text(status, "process"),
                                engine.isDocument() ? text(engine.asDocument(), "name") : "?",
                                genuine() ? "revision " + text(build, "gitVersion") : "no MongoDB"),
                "server at: %s (%s)"
                        .formatted(
                                String.join(", ", new ConnectionString(uri).getHosts()),
                                client.getClusterDescription().getShortDescription()));
    }

    private String kind() {
        if (process != null) {
            return "a MongoDB wire server on the JVM, in a process of its own, all in memory";
        }
        return genuine() ? "MongoDB" : "a server that speaks MongoDB's protocol";
    }

    private BsonDocument asked(String command) {
        return MongoCalls.all(
                        client.getDatabase("admin")
                                .runCommand(
                                        new BsonDocument(command, new BsonInt32(1)),
                                        BsonDocument.class))
                .getFirst();
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field, new BsonString("?")).getValue();
    }

    @Override
    public void close() {
        client.close();
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
