package jp.tenken.it.processes;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * A process that speaks MongoDB's wire protocol and keeps everything in memory: what the separate
 * services share on a machine without a MongoDB. It survives whatever happens to them, and forgets
 * everything when it ends.
 *
 * <p>It has no secondary indexes, no transactions and no change streams; what is measured on it
 * says nothing about MongoDB.
 */
public final class WireServer {

    private WireServer() {}

    /**
     * Listens on loopback until the process is ended, and says so on its output.
     *
     * @param arguments the port; 0 = a free one, chosen by the system
     */
    public static void main(String[] arguments) throws InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", port);
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.shutdownNow();
                                    end.countDown();
                                }));
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println(
                        "a MongoDB wire server on the JVM listens at 127.0.0.1:"
                                + server.getLocalAddress().getPort());
        end.await();
    }
}
