package jp.tenken.storage.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of network between a client and the server of the tests, on loopback, that breaks on
 * command. It hands on whole messages, so what breaks is one command or one answer and not some
 * bytes. Without a script it changes nothing.
 *
 * <p>Thread-safe. Each direction of a connection has a thread.
 */
final class FaultProxy implements AutoCloseable {

    private final ServerAddress server;
    private final ServerSocket door;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final List<WireFault> script = new ArrayList<>();
    private volatile boolean down;

    /** In front of the server of the tests. */
    FaultProxy() {
        try {
            this.server = TestServer.address();
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("fault-proxy").start(this::letIn);
    }

    /** Makes a client go this way, and no other, also where the server is one of several. */
    MongoClientSettings.Builder lead(MongoClientSettings.Builder client) {
        ServerAddress here =
                new ServerAddress(door.getInetAddress().getHostAddress(), door.getLocalPort());
        return client.applyToClusterSettings(
                cluster -> cluster.hosts(List.of(here)).mode(ClusterConnectionMode.SINGLE));
    }

    /** What becomes of the next commands, each fault for the first that it concerns. */
    void script(WireFault... faults) {
        synchronized (script) {
            script.addAll(List.of(faults));
        }
    }

    /** Cuts every connection; new ones are let in. */
    void cut() {
        links.forEach(Link::cut);
    }

    /** Cuts every connection and lets nobody in. */
    void goDown() {
        down = true;
        cut();
    }

    void comeUp() {
        down = false;
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (down) {
                    client.close();
                } else {
                    new Link(client).begin();
                }
            } catch (IOException gone) {
                // The client, the server or the door; whoever it concerns notices by itself.
            }
        }
    }

    private @Nullable WireFault faultOf(WireMessage command) {
        synchronized (script) {
            for (WireFault fault : script) {
                if (fault.concerns(command)) {
                    script.remove(fault);
                    return fault;
                }
            }
            return null;
        }
    }

    @Override
    public void close() {
        goDown();
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A connection, and its continuation to the server. */
    private final class Link {

        private final Socket client;
        private final Socket behind;

        /** What happens to the answers to come, by the ids of their commands. */
        private final Map<Integer, WireFault> awaited = new ConcurrentHashMap<>();

        Link(Socket client) throws IOException {
            this.client = client;
            this.behind = new Socket(server.getHost(), server.getPort());
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
        }

        void begin() {
            links.add(this);
            Thread.ofVirtual()
                    .start(
                            () -> {
                                handOn(client, this::command);
                                // Who left may have been a command behind, which is answered yet.
                                if (awaited.isEmpty()) {
                                    cut();
                                }
                            });
            Thread.ofVirtual()
                    .start(
                            () -> {
                                handOn(behind, this::answer);
                                cut();
                            });
        }

        private interface Step {
            void take(WireMessage message) throws IOException;
        }

        private void handOn(Socket from, Step step) {
            try {
                DataInputStream in = new DataInputStream(from.getInputStream());
                for (WireMessage message = WireMessage.read(in);
                        message != null;
                        message = WireMessage.read(in)) {
                    step.take(message);
                }
            } catch (IOException cutOff) {
                // As it was meant, or because somebody left.
            }
        }

        private void command(WireMessage command) throws IOException {
            WireFault fault = faultOf(command);
            if (fault == null) {
                write(behind, command.bytes(), command.bytes().length);
                return;
            }
            awaited.put(command.id(), fault);
            fault.hold();
            if (fault.kind() == WireFault.Kind.COMMAND_CUT) {
                write(behind, command.bytes(), command.bytes().length / 2);
                cut();
            } else {
                write(behind, command.bytes(), command.bytes().length);
            }
        }

        private void answer(WireMessage said) throws IOException {
            WireFault fault = awaited.remove(said.answerTo());
            if (fault == null) {
                write(client, said.bytes(), said.bytes().length);
                return;
            }
            WireMessage told = fault.told(said);
            switch (fault.kind()) {
                case ANSWER_WITHHELD -> {}
                case ANSWER_CUT -> {
                    write(client, told.bytes(), told.bytes().length / 2);
                    cut();
                }
                default -> write(client, told.bytes(), told.bytes().length);
            }
        }

        private static void write(Socket to, byte[] bytes, int length) throws IOException {
            OutputStream out = to.getOutputStream();
            out.write(bytes, 0, length);
            out.flush();
        }

        void cut() {
            links.remove(this);
            for (Socket end : List.of(client, behind)) {
                try {
                    end.close();
                } catch (IOException failure) {
                    // It is gone either way.
                }
            }
        }
    }
}
