package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the process for a collector: nothing, unless an operator says where to. */
class TelemetryTest {

    @TempDir Path data;

    private final AtomicInteger calls = new AtomicInteger();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private HttpServer collector;
    private String endpoint;

    @BeforeEach
    void listen() throws Exception {
        collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    synchronized (received) {
                        received.writeBytes(body);
                    }
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
        endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
        System.setProperty("otel.exporter.otlp.endpoint", endpoint);
        System.setProperty("otel.traces.exporter", "otlp");
    }

    @AfterEach
    void stop() {
        System.clearProperty("otel.exporter.otlp.endpoint");
        System.clearProperty("otel.traces.exporter");
        collector.stop(0);
    }

    @Test
    void nothingLeavesTheProcessUnlessItIsToldWhereTo() throws Exception {
        try (StartedProgram program =
                new StartedProgram(
                        data,
                        "--management.otlp.metrics.export.url=" + endpoint,
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint)) {
            program.healthy();
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void aTraceLeadsFromTheRequestOverCommandAndWriteToTheViews() throws Exception {
        try (StartedProgram program =
                new StartedProgram(data, "--tenken.traces.endpoint=" + endpoint + "/v1/traces")) {
            program.healthy();
        }
        assertThat(calls).hasPositiveValue();
        String sent;
        synchronized (received) {
            sent = received.toString(StandardCharsets.ISO_8859_1);
        }
        assertThat(sent)
                .contains(
                        "PUT /v1/municipalities/{code}",
                        "RegisterContract",
                        "append",
                        "project contract_status_v",
                        "tenken.sequence")
                .doesNotContain("131041")
                .doesNotContain(
                        new String(
                                "見本".getBytes(StandardCharsets.UTF_8),
                                StandardCharsets.ISO_8859_1));
    }
}
