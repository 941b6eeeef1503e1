package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.edge.EdgeServer.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConventionsTest {

    private final EdgeServer server = EdgeServer.shared();

    @BeforeEach
    void forget() {
        SampleEndpoints.DISPATCHED.clear();
    }

    private Reply list(String query) {
        return server.get(EdgeServer.CONTRACTS + query).token(TestIssuer.staff()).send();
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aMunicipalityCodeNeedsItsCheckDigitInHalfWidth() {
        for (String code :
                List.of(
                        "131042",
                        "13104",
                        "1310411",
                        "%EF%BC%91%EF%BC%93%EF%BC%91%EF%BC%90%EF%BC%94%EF%BC%91",
                        "abcdef",
                        "%00",
                        "131041%20")) {
            Reply reply =
                    server.get("/v1/municipalities/" + code + "/contracts")
                            .token(TestIssuer.staff())
                            .send();
            assertThat(reply.status()).as(code).isEqualTo(400);
            assertThat(reply.code()).isIn("municipality-code-invalid", "request-malformed");
        }
        refused(
                server.get("/v1/municipalities/131042/contracts").token(TestIssuer.staff()).send(),
                400,
                "municipality-code-invalid");
    }

    @Test
    void pathSyntaxComesBeforeScopeAndScopeBeforeExistence() {
        refused(
                server.get("/v1/municipalities/131016/contracts/a b".replace(" ", "%20"))
                        .token(TestIssuer.staff())
                        .send(),
                400,
                "contract-id-invalid");
        refused(
                server.get("/v1/municipalities/131016/contracts/absent")
                        .token(TestIssuer.staff())
                        .send(),
                404,
                "not-found");
        refused(
                server.get(EdgeServer.CONTRACTS + "/absent")
                        .token(TestIssuer.as("integrator"))
                        .send(),
                403,
                "permission-denied");
        refused(
                server.get(EdgeServer.CONTRACTS + "/absent").token(TestIssuer.staff()).send(),
                404,
                "contract-not-found");
    }

    @Test
    void unknownAndRepeatedParametersAreRefused() {
        refused(list("?colour=1"), 400, "parameter-unknown");
        refused(list("?limit=1&limit=2"), 400, "parameter-repeated");
        refused(list("?status=%ff"), 400, "parameter-invalid");
        refused(list("?status=%00"), 400, "parameter-invalid");
        refused(list("?status=" + "x".repeat(2000)), 400, "parameter-invalid");
        refused(list("?access_token=x"), 400, "parameter-unknown");
        assertThat(list("?status=").status()).isEqualTo(200);
    }

    @Test
    void aPageHasOneToFiveHundredRows() {
        for (String limit : List.of("0", "10000", "501", "-1", "1.5", "ten", "", "０", "%2B5")) {
            refused(list("?limit=" + limit), 400, "limit-invalid");
        }
        assertThat(list("?limit=500").status()).isEqualTo(200);
    }

    @Test
    void aCursorLeadsToTheNextPageOfItsOwnListOnly() {
        String cursor = list("?limit=10&status=overdue").json().path("nextCursor").asString();
        Reply next = list("?status=overdue&limit=20&cursor=" + cursor);
        assertThat(next.json().path("items").path(0).path("id").asString()).isEqualTo("c10");

        refused(list("?cursor=" + cursor), 400, "cursor-invalid");
        refused(list("?status=closed&cursor=" + cursor), 400, "cursor-invalid");
        refused(list("?status=overdue&asOf=2026-03-31&cursor=" + cursor), 400, "cursor-invalid");
        String shibuya =
                TestIssuer.WARDS.token(
                        claims ->
                                claims.claim("municipalities", List.of("131130"))
                                        .claim("roles", List.of("auditor")));
        refused(
                server.get("/v1/municipalities/131130/contracts?status=overdue&cursor=" + cursor)
                        .token(shibuya)
                        .send(),
                400,
                "cursor-invalid");
        for (String other :
                List.of("x", "MTA", "....", cursor + "A", cursor.substring(2), "x".repeat(900))) {
            refused(list("?status=overdue&cursor=" + other), 400, "cursor-invalid");
        }
    }

    @Test
    void theLastPageHasNoCursor() {
        String token = TestIssuer.staff();
        String cursor = list("?limit=500").json().path("nextCursor").asString();
        Reply last =
                server.get(EdgeServer.CONTRACTS + "?limit=500&cursor=" + cursor)
                        .token(token)
                        .send();
        assertThat(last.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void asOfTakesADayOfTokyoOrAnInstant() {
        assertThat(at("2026-03-31")).isEqualTo("2026-03-31T14:59:59.999999Z");
        assertThat(at("2026-03-31T00:00:00Z")).isEqualTo("2026-03-31T00:00:00Z");
        assertThat(at("2026-03-31T09:00:00%2B09:00")).isEqualTo("2026-03-31T00:00:00Z");
        assertThat(at("2026-03-31T09:00:00+09:00")).isEqualTo("2026-03-31T00:00:00Z");
        for (String other :
                List.of(
                        "yesterday",
                        "2026-02-30",
                        "2026-03-31T09:00",
                        "",
                        "99999-01-01",
                        "1900-01-01",
                        "%EF%BC%92026-03-31")) {
            refused(list("?asOf=" + other), 400, "as-of-invalid");
        }
    }

    private String at(String asOf) {
        return list("?asOf=" + asOf).json().path("items").path(0).path("at").asString();
    }

    @Test
    void anIdempotencyKeyIsShortVisibleAscii() {
        for (String key : List.of("", "a b", "x".repeat(129), "x\ty")) {
            refused(
                    server.decide("{\"answer\":\"implement\"}")
                            .header("Idempotency-Key", key)
                            .send(),
                    400,
                    "idempotency-key-invalid");
        }
        refused(
                server.decide("{\"answer\":\"implement\"}")
                        .header("Idempotency-Key", "a")
                        .header("Idempotency-Key", "a")
                        .send(),
                400,
                "idempotency-key-invalid");
        assertThat(
                        server.raw(
                                "PUT "
                                        + EdgeServer.DECISION
                                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                        + "Authorization: Bearer "
                                        + TestIssuer.staff()
                                        + "\r\nIdempotency-Key: \u00e9\r\nContent-Length: 0\r\n\r\n"))
                .contains("idempotency-key-invalid");
        assertThat(SampleEndpoints.DISPATCHED).isEmpty();
        server.decide("{\"answer\":\"implement\"}")
                .header("Idempotency-Key", "5e2f!~")
                .header("X-Request-Id", "abc-1")
                .send();
        CommandContext context = SampleEndpoints.DISPATCHED.getFirst();
        assertThat(context.idempotencyKey()).isEqualTo("5e2f!~");
        assertThat(context.correlationId()).isEqualTo("abc-1");
        assertThat(context.route())
                .isEqualTo(
                        "PUT /v1/municipalities/{code}/contracts/{id}/checklist/items/{itemCode}/decision");
        assertThat(context.actor().subject()).isEqualTo("tanaka");
        assertThat(context.actor().role().value()).isEqualTo("department-staff");
        assertThat(context.actor().displayName()).isEqualTo("田中");
        assertThat(String.valueOf(context.actor().department())).isEqualTo("0101");
    }

    @Test
    void ifMatchIsOneStrongTagOfOurs() {
        for (String tag :
                List.of(
                        "3",
                        "W/\"3\"",
                        "\"3\", \"4\"",
                        "\"\"",
                        "\"x\"",
                        "\"03\"",
                        "\"-1\"",
                        "\"9999999999999999999\"")) {
            refused(match(tag), 400, "if-match-invalid");
        }
        assertThat(match("\"3\"").status()).isEqualTo(200);
        assertThat(match("*").status()).isEqualTo(200);
        Reply stale = match("\"2\"");
        refused(stale, 412, "version-stale");
        assertThat(stale.json().path("detail").asString()).contains("2").contains("3");
    }

    private Reply match(String tag) {
        return server.decide("{\"answer\":\"implement\"}").header("If-Match", tag).send();
    }

    @Test
    void aReadWaitsForItsSequenceAndSaysSoWhenItIsNotReached() {
        for (String sequence : List.of("-1", "x", "", "1.0", "99999999999999999999", "01")) {
            refused(atLeast(sequence), 400, "sequence-invalid");
        }
        assertThat(atLeast("100").status()).isEqualTo(200);
        Reply behind = atLeast("101");
        refused(behind, 503, "view-behind");
        assertThat(behind.header("Retry-After")).isEqualTo("1");
    }

    private Reply atLeast(String sequence) {
        return server.get(EdgeServer.CONTRACTS)
                .token(TestIssuer.staff())
                .header("Tenken-Sequence-At-Least", sequence)
                .send();
    }

    @Test
    void everyAnswerHasItsIdAndSecurityHeaders() {
        for (Reply reply :
                List.of(
                        list(""),
                        list("?limit=0"),
                        server.get("/nowhere").send(),
                        server.get(EdgeServer.CONTRACTS).send())) {
            assertThat(reply.header("X-Request-Id")).matches("[0-9a-f]{24}");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        Reply own = server.get("/permissions").header("X-Request-Id", "mine.1").send();
        assertThat(own.header("X-Request-Id")).isEqualTo("mine.1");
        Reply odd = server.get("/permissions").header("X-Request-Id", "a<b>").send();
        assertThat(odd.header("X-Request-Id")).matches("[0-9a-f]{24}");
    }

    @Test
    void routesAnswerTheirMethodsOnly() {
        refused(server.get("/nowhere").token(TestIssuer.staff()).send(), 404, "not-found");
        refused(server.get("/v1/nowhere").token(TestIssuer.staff()).send(), 404, "not-found");
        refused(server.get("/v1/nowhere").send(), 401, "token-missing");
        refused(
                server.get(EdgeServer.CONTRACTS + "/").token(TestIssuer.staff()).send(),
                404,
                "not-found");
        Reply reply = server.call("DELETE", EdgeServer.CONTRACTS).token(TestIssuer.staff()).send();
        refused(reply, 405, "method-not-allowed");
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
        Reply head = server.call("HEAD", EdgeServer.CONTRACTS).token(TestIssuer.staff()).send();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void anAnswerComesAsTheClientLikesItBestOrNotAtAll() {
        String history = EdgeServer.SHINJUKU + "/history";
        assertThat(accept(history, "text/csv").header("Content-Type")).isEqualTo("text/csv");
        assertThat(accept(history, "*/*").header("Content-Type")).isEqualTo("application/json");
        assertThat(accept(history, "text/*, application/json;q=0.5").header("Content-Type"))
                .isEqualTo("text/csv");
        for (String other : List.of("application/pdf", "nonsense", "text/csv;q=0")) {
            refused(accept(history, other), 406, "not-acceptable");
        }
        refused(accept(EdgeServer.CONTRACTS, "text/html"), 406, "not-acceptable");
    }

    private Reply accept(String path, String types) {
        return server.get(path).token(TestIssuer.staff()).header("Accept", types).send();
    }

    @Test
    void aResourceSaysItsVersion() {
        Reply reply = server.get(EdgeServer.CONTRACTS + "/c1").token(TestIssuer.staff()).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isEqualTo("\"7\"");
    }

    @Test
    void aVersionIsForWritesAndSaysNothingAboutWhatIsRead() {
        for (String known : List.of("\"7\"", "*")) {
            Reply reply =
                    server.get(EdgeServer.CONTRACTS + "/c1")
                            .token(TestIssuer.staff())
                            .header("If-None-Match", known)
                            .send();
            assertThat(reply.status()).as(known).isEqualTo(200);
            assertThat(reply.json().path("id").asString()).isEqualTo("c1");
            assertThat(reply.header("ETag")).isEqualTo("\"7\"");
        }
    }

    @Test
    void aNewResourceSaysWhereItIs() {
        Reply reply =
                server.call("POST", EdgeServer.CONTRACTS + "/import?title=%E5%A5%91%E7%B4%84")
                        .token(TestIssuer.staff())
                        .header("Content-Type", "text/markdown")
                        .body("| ○ |".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .send();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(EdgeServer.CONTRACTS + "/5");
    }
}
