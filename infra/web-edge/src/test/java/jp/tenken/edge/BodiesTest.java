package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.tenken.edge.EdgeServer.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private static final String GOOD = "{\"answer\":\"implement\"}";

    private final EdgeServer server = EdgeServer.shared();

    @BeforeEach
    void forget() {
        SampleEndpoints.DISPATCHED.clear();
    }

    private void refused(Reply reply, int status, String code, String... violations) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.violations()).containsExactlyInAnyOrder(violations);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body()).doesNotContain("Exception", "\tat ", "jackson");
        assertThat(SampleEndpoints.DISPATCHED).isEmpty();
    }

    private void refused(String body, int status, String code, String... violations) {
        refused(server.decide(body).send(), status, code, violations);
    }

    @Test
    void aGoodBodyIsAnsweredWithItsReceipt() {
        Reply reply = server.decide(GOOD).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("id").asString()).isEqualTo("OPS-01");
        assertThat(reply.json().path("sequence").asLong()).isEqualTo(42);
        assertThat(reply.header("Tenken-Sequence")).isEqualTo("42");
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
        assertThat(SampleEndpoints.DISPATCHED).hasSize(1);
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        for (String body :
                List.of(
                        "{",
                        "{\"answer\":}",
                        "{'answer':'implement'}",
                        "{\"answer\":\"implement\",}",
                        GOOD + GOOD,
                        GOOD + " x",
                        "{\"persons\":01}",
                        "{\"persons\":NaN}",
                        "// hi\n" + GOOD,
                        "{\"reason\":\"a\nb\"}",
                        "\uFEFF" + GOOD,
                        "nul")) {
            refused(body, 400, "body-malformed");
        }
    }

    @Test
    void whatIsNoObjectIsSaidToBeNone() {
        refused("", 400, "body-missing");
        refused(" \n", 400, "body-missing");
        refused("null", 400, "body-missing");
        for (String body : List.of("[]", "\"text\"", "1", "true", "[" + GOOD + "]")) {
            refused(body, 400, "body-not-an-object");
        }
    }

    @Test
    void invalidUtf8IsNotGuessed() {
        byte[] latin =
                "{\"answer\":\"implement\",\"reason\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        refused(server.decide("").body(latin).send(), 400, "body-encoding");
        byte[] utf16 = GOOD.getBytes(StandardCharsets.UTF_16);
        refused(server.decide("").body(utf16).send(), 400, "body-encoding");
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
        refused(server.decide("").body(overlong).send(), 400, "body-encoding");
    }

    @Test
    void depthAndNumbersHaveBounds() {
        refused("{\"x\":".repeat(40) + "1" + "}".repeat(40), 400, "body-too-deep");
        refused("[".repeat(100_000), 400, "body-too-deep");
        refused("{\"persons\":" + "9".repeat(5000) + "}", 400, "body-too-deep");
    }

    @Test
    void aFieldThatComesTwiceIsRefused() {
        refused(
                "{\"answer\":\"implement\",\"answer\":\"not_needed\"}",
                400,
                "body-duplicate-field");
        refused(
                "{\"answer\":\"implement\",\"contractor\":{\"name\":\"a\",\"name\":\"b\"}}",
                400,
                "body-duplicate-field");
    }

    @Test
    void unknownFieldsAreNamedWhereTheyAre() {
        refused(
                "{\"answer\":\"implement\",\"colour\":1}",
                400,
                "field-unknown",
                "colour: field-unknown");
        refused(
                "{\"answer\":\"implement\",\"others\":[{\"name\":\"a\"},{\"name\":\"b\",\"x\":{}}]}",
                400,
                "field-unknown",
                "others[1].x: field-unknown");
    }

    @Test
    void noTypeIsTakenForAnother() {
        Map<String, String> wrong =
                Map.of(
                        "answer", "1",
                        "reason", "7",
                        "persons", "\"1\"",
                        "balance", "1.5",
                        "urgent", "\"true\"",
                        "on", "20260331",
                        "at", "0",
                        "department", "101",
                        "contractor", "\"a\"",
                        "others", "{}");
        wrong.forEach(
                (field, value) -> {
                    String body =
                            field.equals("answer")
                                    ? "{\"answer\":" + value + "}"
                                    : "{\"answer\":\"implement\",\"" + field + "\":" + value + "}";
                    refused(body, 400, "field-type", field + ": field-type");
                });
        refused(
                "{\"answer\":\"implement\",\"persons\":1.0}",
                400,
                "field-type",
                "persons: field-type");
    }

    @Test
    void valuesOutOfTheirRangeAreNamed() {
        refused("{\"answer\":\"maybe\"}", 400, "field-value", "answer: field-value");
        refused("{\"answer\":\"IMPLEMENT\"}", 400, "field-value", "answer: field-value");
        for (String number : List.of("2147483648", "0", "-1")) {
            refused(
                    "{\"answer\":\"implement\",\"persons\":" + number + "}",
                    400,
                    "field-range",
                    "persons: field-range");
        }
        refused(
                "{\"answer\":\"implement\",\"balance\":9223372036854775808}",
                400,
                "field-range",
                "balance: field-range");
        for (String date : List.of("2026-02-30", "2026-3-1", "26-03-01", "２０２６-03-01", "")) {
            refused(
                    "{\"answer\":\"implement\",\"on\":\"" + date + "\"}",
                    400,
                    "field-date",
                    "on: field-date");
        }
        refused(
                "{\"answer\":\"implement\",\"on\":\"9999-12-31\"}",
                400,
                "field-range",
                "on: field-range");
        refused(
                "{\"answer\":\"implement\",\"at\":\"2026-03-31T09:00:00\"}",
                400,
                "field-instant",
                "at: field-instant");
    }

    @Test
    void charactersThatCannotBePrintedAreRefused() {
        for (String escape : List.of("\\u0000", "\\ud800", "\\udc00x", "\\u001b")) {
            refused(
                    "{\"answer\":\"implement\",\"reason\":\"" + escape + "\"}",
                    400,
                    "field-characters",
                    "reason: field-characters");
        }
    }

    @Test
    void codesTakeHalfWidthDigitsOnly() {
        refused(
                "{\"answer\":\"implement\",\"department\":\"０１０１\"}",
                400,
                "department-code-invalid",
                "department: department-code-invalid");
        refused(
                "{\"answer\":\"implement\",\"contractor\":{\"name\":\"a\",\"corporateNumber\":\"１２３４５６７８９０１２３\"}}",
                400,
                "field-format",
                "contractor.corporateNumber: field-format");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        refused(
                "{\"reason\":\"much too long a reason\",\"persons\":\"3\",\"colour\":null,"
                        + "\"contractor\":{\"name\":\"\",\"corporateNumber\":12},"
                        + "\"others\":[{},null,{\"name\":\"ok\"},{\"name\":\"ok\"}]}",
                400,
                "body-invalid",
                "answer: field-required",
                "reason: field-length",
                "persons: field-type",
                "colour: field-unknown",
                "contractor.name: field-length",
                "contractor.corporateNumber: field-type",
                "others[0].name: field-required",
                "others[1]: field-required");
    }

    @Test
    void whatARecordItselfRefusesIsOneViolationMore() {
        refused(
                "{\"answer\":\"implement\",\"persons\":\"3\","
                        + "\"period\":{\"from\":\"2027-03-31\",\"to\":\"2026-04-01\"}}",
                400,
                "body-invalid",
                "persons: field-type",
                "period: period-invalid");
    }

    @Test
    void onlyUncompressedUtf8JsonIsRead() {
        for (String type :
                List.of(
                        "text/plain",
                        "application/xml",
                        "application/json;charset=Shift_JIS",
                        "nonsense",
                        "application/problem+json")) {
            Reply reply =
                    server.call("PUT", EdgeServer.DECISION)
                            .token(TestIssuer.staff())
                            .header("Content-Type", type)
                            .body(GOOD.getBytes(StandardCharsets.UTF_8))
                            .send();
            refused(reply, 415, "content-type-unsupported");
            assertThat(reply.header("Accept")).isEqualTo("application/json");
        }
        refused(
                server.call("PUT", EdgeServer.DECISION)
                        .token(TestIssuer.staff())
                        .body(GOOD.getBytes(StandardCharsets.UTF_8))
                        .send(),
                415,
                "content-type-unsupported");
        refused(
                server.decide(GOOD).header("Content-Encoding", "gzip").send(),
                415,
                "content-type-unsupported");
        assertThat(
                        server.call("PUT", EdgeServer.DECISION)
                                .token(TestIssuer.staff())
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .body(GOOD.getBytes(StandardCharsets.UTF_8))
                                .send()
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        byte[] large =
                ("{\"reason\":\"" + "x".repeat(300 * 1024) + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        refused(server.decide("").body(large).send(), 413, "body-too-large");
        refused(
                server.decide("").chunked(new ByteArrayInputStream(large)).send(),
                413,
                "body-too-large");
        assertThat(server.decide(GOOD).send().status()).isEqualTo(200);
    }

    @Test
    void aDocumentMayBeLargerButNotEndless() {
        assertThat(upload(new byte[] {}).code()).isEqualTo("body-missing");
        assertThat(upload("あ".repeat(300_000).getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(201);
        SampleEndpoints.DISPATCHED.clear();
        refused(upload(new byte[2 * 1024 * 1024 + 1]), 413, "body-too-large");
        refused(upload(new byte[] {(byte) 0x82, (byte) 0xA0}), 400, "body-encoding");
    }

    private Reply upload(byte[] document) {
        return server.call("POST", EdgeServer.CONTRACTS + "/import")
                .token(TestIssuer.staff())
                .header("Content-Type", "text/markdown")
                .body(document)
                .send();
    }

    @Test
    void anOperationWithoutABodyTakesNone() {
        String operator =
                TestIssuer.WARDS.token(claims -> claims.claim("roles", List.of("operator")));
        refused(
                server.call("PUT", EdgeServer.SHINJUKU).token(operator).json("{\"a\":1}").send(),
                400,
                "body-not-expected");
        assertThat(server.call("PUT", EdgeServer.SHINJUKU).token(operator).send().status())
                .isEqualTo(200);
    }

    @Test
    void whoHasNothingToSayNeedNotSendAnObjectWithoutFields() {
        assertThat(submit().send().status()).isEqualTo(200);
        assertThat(submit().json("").send().status()).isEqualTo(200);
        assertThat(submit().json("{}").send().status()).isEqualTo(200);
        assertThat(SampleEndpoints.DISPATCHED.stream().map(CommandContext::requestDigest))
                .as("and is the same request, however it was sent")
                .hasSize(3)
                .containsOnly(SampleEndpoints.DISPATCHED.getFirst().requestDigest());
        SampleEndpoints.DISPATCHED.clear();

        refused(submit().json(" ").send(), 400, "body-missing");
        refused(
                server.call("PUT", EdgeServer.DECISION).token(TestIssuer.staff()).send(),
                400,
                "body-missing");
    }

    private EdgeServer.Call submit() {
        return server.call("POST", EdgeServer.CONTRACTS + "/c1/checklist/submission")
                .token(TestIssuer.staff());
    }

    @Test
    void theDigestOfARequestFollowsFromWhatItAsksForAndNotFromItsLayout() {
        server.decide("{\"answer\":\"not_needed\",\"reason\":\"あ\"}").send();
        server.decide(" { \"reason\" : \"\\u3042\",\n \"answer\":\"not_needed\"}").send();
        server.decide("{\"answer\":\"not_needed\",\"reason\":\"い\"}").send();
        assertThat(SampleEndpoints.DISPATCHED).hasSize(3);
        List<String> digests =
                SampleEndpoints.DISPATCHED.stream().map(CommandContext::requestDigest).toList();
        assertThat(digests.get(1)).isEqualTo(digests.get(0)).hasSize(64);
        assertThat(digests.get(2)).isNotEqualTo(digests.get(0));
    }
}
