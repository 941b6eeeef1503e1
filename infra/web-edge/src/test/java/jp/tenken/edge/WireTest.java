package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is hardly HTTP at all. */
class WireTest {

    private final EdgeServer server = EdgeServer.shared();

    private String get(String target) {
        return server.raw(
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private static void clean(String answer, String status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).doesNotContain("Exception", "\tat ", " 500 ");
    }

    @Test
    void anAddressThatIsTooLongIsToldSo() {
        clean(get("/" + "x".repeat(20_000)), "414");
    }

    @Test
    void headersThatAreTooLargeAreToldSo() {
        clean(
                server.raw(
                        "GET /permissions HTTP/1.1\r\nHost: localhost\r\nX-A: "
                                + "x".repeat(9_000)
                                + "\r\n\r\n"),
                "431");
    }

    @Test
    void whatIsNoHttpIsBad() {
        clean(server.raw("NONSENSE\r\n\r\n"), "400");
        clean(get("/permi ssions"), "400");
        clean(
                server.raw(
                        "POST /dev/tokens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: x\r\n\r\n"),
                "400");
    }

    @Test
    void oddAddressesAreRefusedOrNotFound() {
        for (String target :
                new String[] {
                    "/v1/municipalities/131041;a=b/contracts",
                    "/v1//municipalities",
                    "/v1/../permissions",
                    "/%2e%2e/permissions",
                    "/v1/municipalities/%zz/contracts",
                    "/permissions%00",
                    "/v1/municipalities/131041%2Fcontracts"
                }) {
            assertThat(get(target)).as(target).matches("(?s)HTTP/1.1 (400|401|404) .*");
            assertThat(get(target)).as(target).doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void aBadQueryEscapeIsABadParameter() {
        assertThat(get("/permissions?a=%zz")).startsWith("HTTP/1.1 400");
        assertThat(get("/permissions?a=%")).startsWith("HTTP/1.1 400");
        assertThat(get("/permissions?a=1")).contains("parameter-unknown");
    }

    @Test
    void anAnswerIsWrittenOnTheThreadOfItsConnection() {
        SampleEndpoints.THREADS.clear();
        assertThat(server.decide("{\"answer\":\"implement\"}").send().status()).isEqualTo(200);
        assertThat(SampleEndpoints.THREADS)
                .singleElement()
                .satisfies(threads -> assertThat(threads.out()).isSameAs(threads.in()));
    }

    @Test
    void aProblemThatIsNoticedOnAnotherThreadIsWrittenThereToo() {
        SampleEndpoints.THREADS.clear();
        assertThat(
                        server.get(EdgeServer.CONTRACTS + "/absent-elsewhere")
                                .token(TestIssuer.staff())
                                .send()
                                .code())
                .isEqualTo("contract-not-found");
        assertThat(SampleEndpoints.THREADS)
                .singleElement()
                .satisfies(threads -> assertThat(threads.out()).isSameAs(threads.in()));
    }

    @Test
    void aConnectionThatIsKeptOpenNeverHangs() throws Exception {
        SampleEndpoints.DISPATCHED.clear();
        byte[] request =
                ("PUT "
                                + EdgeServer.DECISION
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + TestIssuer.staff()
                                + "\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n"
                                + "{\"answer\":\"implement\"}")
                        .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            int length = exchange(socket, request, Integer.MAX_VALUE);
            for (int i = 1; i < 1000; i++) {
                // All answers are of one length, so the next request leaves with the last byte.
                assertThat(exchange(socket, request, length)).isEqualTo(length);
            }
        }
        assertThat(SampleEndpoints.DISPATCHED).hasSize(1000);
    }

    private static int exchange(Socket socket, byte[] request, int length) throws IOException {
        socket.getOutputStream().write(request);
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        while (answer.length() < length) {
            int read = socket.getInputStream().read(buffer);
            assertThat(read).as("closed after %s", answer).isPositive();
            answer.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
            if (length == Integer.MAX_VALUE && answer.toString().endsWith("}")) {
                break;
            }
        }
        assertThat(answer).startsWith("HTTP/1.1 200");
        return answer.length();
    }
}
