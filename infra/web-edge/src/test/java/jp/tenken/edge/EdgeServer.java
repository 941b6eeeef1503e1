package jp.tenken.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running edge with the sample endpoints, and the client's side of it. */
final class EdgeServer implements AutoCloseable {

    static final String SHINJUKU = "/v1/municipalities/131041";
    static final String CONTRACTS = SHINJUKU + "/contracts";
    static final String DECISION = CONTRACTS + "/c1/checklist/items/OPS-01/decision";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static @Nullable EdgeServer shared;

    private final ReactiveWebServerApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private EdgeServer(ReactiveWebServerApplicationContext context) {
        this.context = context;
    }

    /** The one with the test issuers that most tests speak to; started once for all of them. */
    static synchronized EdgeServer shared() {
        EdgeServer running = shared;
        if (running == null) {
            running = start(TestIssuer.settings());
            shared = running;
        }
        return running;
    }

    static EdgeServer start(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        if (!settings.containsKey("server.address")) {
            arguments.add("--server.address=127.0.0.1");
        }
        arguments.add("--spring.main.banner-mode=off");
        arguments.add("--logging.level.root=WARN");
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new EdgeServer(
                (ReactiveWebServerApplicationContext)
                        new SpringApplication(SampleEndpoints.class)
                                .run(arguments.toArray(String[]::new)));
    }

    int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** An answer, its body also as JSON where it is. */
    record Reply(int status, Map<String, List<String>> headers, String body) {

        @Nullable String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst()
                    .orElse(null);
        }

        JsonNode json() {
            return MAPPER.readTree(body);
        }

        String code() {
            return json().path("code").asString("");
        }

        /** {@code field: code} of every violation. */
        List<String> violations() {
            List<String> all = new ArrayList<>();
            json().path("violations")
                    .forEach(
                            each ->
                                    all.add(
                                            each.path("field").asString()
                                                    + ": "
                                                    + each.path("code").asString()));
            return all;
        }
    }

    Call call(String method, String path) {
        return new Call(method, path);
    }

    Call get(String path) {
        return call("GET", path);
    }

    Call decide(String body) {
        return call("PUT", DECISION)
                .token(TestIssuer.staff())
                .header("Content-Type", "application/json")
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A request in the making. */
    final class Call {

        private final HttpRequest.Builder builder;
        private final String method;
        private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

        Call(String method, String path) {
            this.method = method;
            this.builder =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                            .timeout(PATIENCE);
        }

        Call token(String token) {
            return header("Authorization", "Bearer " + token);
        }

        Call header(String name, String value) {
            builder.header(name, value);
            return this;
        }

        Call body(byte[] bytes) {
            body = HttpRequest.BodyPublishers.ofByteArray(bytes);
            return this;
        }

        Call json(String text) {
            return header("Content-Type", "application/json")
                    .body(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Without a length, so that the body travels in chunks. */
        Call chunked(InputStream bytes) {
            body = HttpRequest.BodyPublishers.ofInputStream(() -> bytes);
            return this;
        }

        Reply send() {
            try {
                HttpResponse<String> response =
                        client.send(
                                builder.method(method, body).build(),
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                return new Reply(response.statusCode(), response.headers().map(), response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Sends bytes as they are and reads until the server closes. */
    String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
