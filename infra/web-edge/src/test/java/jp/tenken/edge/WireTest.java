package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

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
    void aConnectionThatIsKeptOpenNeverHangs() {
        SampleEndpoints.DISPATCHED.clear();
        for (int i = 0; i < 3000; i++) {
            assertThat(server.decide("{\"answer\":\"implement\"}").send().status()).isEqualTo(200);
        }
        assertThat(SampleEndpoints.DISPATCHED).hasSize(3000);
    }
}
