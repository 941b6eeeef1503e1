package jp.tenken.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Speaks HTTP with a running program, one request at a time per thread, from any number of threads.
 * Repeats nothing by itself: whoever gets no answer is told so.
 */
public final class TenkenHttp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI base;
    private final HttpClient client;

    /** With the program that answers there. */
    public TenkenHttp(URI base) {
        this.base = base;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws IOException when there is none, whether or not the request arrived
     */
    public Reply send(Call call) throws IOException {
        byte[] body = call.body();
        BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(call.path()))
                        .timeout(PATIENCE)
                        .method(call.method(), publisher);
        call.headers().forEach(header -> request.header(header.name(), header.value()));
        try {
            HttpResponse<byte[]> response =
                    client.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** A try-out token for somebody. */
    public String token(Identity identity) throws IOException {
        Reply reply = send(identity.tokenCall());
        if (!reply.success()) {
            throw new IllegalStateException("no token for " + identity + ": " + reply);
        }
        return reply.json().path("accessToken").asString();
    }

    /** Drops the connections. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
