package jp.tenken.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Clients of a program, each with a connection of its own and one thread for all: what they need of
 * the machine is the same for both sides and as little as possible.
 */
final class HttpClients implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final int OK = 200;

    private final ConnectionProvider connections;
    private final LoopResources loop = LoopResources.create("bench-client", 1, true);
    private final HttpClient client;

    /**
     * Clients of the program at an address.
     *
     * @param most connections
     */
    HttpClients(URI address, int most) {
        connections = ConnectionProvider.create("bench-client", most);
        client =
                HttpClient.create(connections)
                        .runOn(loop)
                        .baseUrl(address.toString())
                        .headers(headers -> headers.set("Content-Type", "application/json"));
    }

    /**
     * A request.
     *
     * @param path to PUT to
     * @param token of the caller
     * @param body JSON
     */
    record Ask(String path, String token, byte[] body) {}

    /**
     * What a round came to.
     *
     * @param perSecond requests answered
     * @param p50 nanoseconds from the sending to the whole answer
     * @param p99 likewise
     */
    record Round(double perSecond, long p50, long p99) {}

    /** So many requests by so many clients, each of which must be answered with 200. */
    Round round(int clients, int requests, IntFunction<Ask> ask) {
        AtomicLongArray nanos = new AtomicLongArray(requests);
        long took =
                Load.run(
                        clients,
                        requests,
                        n -> {
                            Ask asked = ask.apply(n);
                            long begun = System.nanoTime();
                            return put(asked)
                                    .thenAccept(done -> nanos.set(n, System.nanoTime() - begun));
                        });
        long[] taken = new long[requests];
        for (int n = 0; n < requests; n++) {
            taken[n] = nanos.get(n);
        }
        return new Round(
                Figures.perSecond(requests, took),
                Figures.percentile(taken, 0.5),
                Figures.percentile(taken, 0.99));
    }

    /** A try-out token for staff of a department of the municipality that decides. */
    String token(String department, String subject) {
        String code = Workload.DECIDING.value();
        String body =
                """
                {"subject":"%s","name":"%s","municipalities":["%s"],
                 "roles":["department-staff"],"departments":["%s/%s"]}"""
                        .formatted(subject, subject, code, code, department);
        String answer =
                OpenStore.await(
                        client.post()
                                .uri("/dev/tokens")
                                .send(bytes(body.getBytes(StandardCharsets.UTF_8)))
                                .responseContent()
                                .aggregate()
                                .asString(StandardCharsets.UTF_8)
                                .toFuture()
                                .thenApply(Objects::requireNonNull));
        Matcher token = TOKEN.matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException("no token: " + answer);
        }
        return token.group(1);
    }

    private CompletableFuture<Void> put(Ask ask) {
        return client.headers(headers -> headers.set("Authorization", "Bearer " + ask.token()))
                .put()
                .uri(ask.path())
                .send(bytes(ask.body()))
                .responseSingle(
                        (response, content) ->
                                content.asString(StandardCharsets.UTF_8)
                                        .defaultIfEmpty("")
                                        .flatMap(
                                                answer ->
                                                        checked(
                                                                ask,
                                                                response.status().code(),
                                                                answer)))
                .toFuture()
                .thenAccept(done -> {});
    }

    private static Mono<Void> checked(Ask ask, int status, String answer) {
        return status == OK
                ? Mono.empty()
                : Mono.error(
                        new IllegalStateException(
                                "PUT %s: %d %s".formatted(ask.path(), status, answer)));
    }

    private static Mono<ByteBuf> bytes(byte[] body) {
        return Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body));
    }

    @Override
    public void close() {
        connections.dispose();
        loop.dispose();
    }
}
