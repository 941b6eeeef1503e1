package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import jp.tenken.edge.EdgeServer.Reply;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final EdgeServer server = EdgeServer.shared();

    private Reply with(String token) {
        return server.get(EdgeServer.CONTRACTS).token(token).send();
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body()).doesNotContain("Exception", "\tat ", "nimbus", "spring");
        if (status == 401) {
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer realm=\"tenken\"");
        }
    }

    @Test
    void aVerifiedTokenLetsItsCallerIn() {
        assertThat(with(TestIssuer.staff()).status()).isEqualTo(200);
    }

    @Test
    void aMissingTokenIsMissingWhateverElseTheHeaderSays() {
        refused(server.get(EdgeServer.CONTRACTS).send(), 401, "token-missing");
        refused(
                server.get(EdgeServer.CONTRACTS).header("Authorization", "Basic YTpi").send(),
                401,
                "token-missing");
        refused(
                server.get(EdgeServer.CONTRACTS + "?access_token=" + TestIssuer.staff()).send(),
                401,
                "token-missing");
    }

    @Test
    void whatIsNoTokenIsInvalid() {
        for (String text : List.of("x", "a.b.c", "....", "a.b", "=", "%%%", "e30.e30.e30")) {
            refused(with(text), 401, "token-invalid");
        }
        refused(
                server.get(EdgeServer.CONTRACTS).header("Authorization", "Bearer").send(),
                401,
                "token-invalid");
        refused(
                server.get(EdgeServer.CONTRACTS)
                        .token(TestIssuer.staff())
                        .token(TestIssuer.staff())
                        .send(),
                401,
                "token-invalid");
    }

    @Test
    void anExpiredTokenIsExpiredOnlyBeyondTheSkewOfTheClocks() {
        Instant now = Instant.now();
        refused(
                with(
                        TestIssuer.WARDS.token(
                                claims -> claims.expirationTime(Date.from(now.minusSeconds(90))))),
                401,
                "token-expired");
        assertThat(
                        with(TestIssuer.WARDS.token(
                                        claims ->
                                                claims.expirationTime(
                                                                Date.from(now.minusSeconds(2)))
                                                        .claim("municipalities", List.of("131041"))
                                                        .claim("roles", List.of("auditor"))))
                                .status())
                .isEqualTo(200);
        refused(
                with(TestIssuer.WARDS.token(claims -> claims.expirationTime(null))),
                401,
                "token-invalid");
        refused(
                with(
                        TestIssuer.WARDS.token(
                                claims -> claims.notBeforeTime(Date.from(now.plusSeconds(300))))),
                401,
                "token-invalid");
    }

    @Test
    void aForgedTokenIsInvalid() {
        String token = TestIssuer.staff();
        int dot = token.lastIndexOf('.');
        String other = TestIssuer.as("security-officer");
        refused(with(token.substring(0, dot + 1) + "AAAA"), 401, "token-invalid");
        refused(with(token.substring(0, dot + 1)), 401, "token-invalid");
        refused(
                with(other.substring(0, other.lastIndexOf('.')) + token.substring(dot)),
                401,
                "token-invalid");
    }

    @Test
    void aTokenSignedByAnotherKeyInTheNameOfATrustedIssuerIsInvalid() {
        refused(
                with(
                        TestIssuer.STRANGER.token(
                                claims -> claims.issuer("https://id.wards.example"))),
                401,
                "token-invalid");
    }

    @Test
    void onlyAsymmetricSignaturesOfTheListAreAccepted() {
        refused(
                with(new PlainJWT(TestIssuer.WARDS.set(claims -> {})).serialize()),
                401,
                "token-invalid");
        refused(
                with(
                        TestIssuer.WARDS.sign(
                                new JWSHeader.Builder(JWSAlgorithm.HS256).build(), claims -> {})),
                401,
                "token-invalid");
        refused(
                with(
                        TestIssuer.WARDS.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS512).build(), claims -> {})),
                401,
                "token-invalid");
        refused(
                with(
                        TestIssuer.WARDS.sign(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .type(new JOSEObjectType("logout+jwt"))
                                        .build(),
                                claims -> {})),
                401,
                "token-invalid");
    }

    @Test
    void aForeignIssuerIsNotTrusted() {
        refused(with(TestIssuer.STRANGER.token(claims -> {})), 401, "issuer-untrusted");
        refused(with(TestIssuer.WARDS.token(claims -> claims.issuer(null))), 401, "token-invalid");
    }

    @Test
    void aTokenForAnotherAudienceIsInvalid() {
        refused(
                with(TestIssuer.WARDS.token(claims -> claims.audience("payroll"))),
                401,
                "token-invalid");
    }

    @Test
    void claimsOfAnotherShapeMakeABadToken() {
        for (Map.Entry<String, Object> claim :
                Map.<String, Object>of(
                                "municipalities", "131041",
                                "roles", 5,
                                "departments", List.of("0101"),
                                "contractors", List.of(Map.of()),
                                "name", List.of("a"))
                        .entrySet()) {
            refused(
                    with(
                            TestIssuer.WARDS.token(
                                    claims -> claims.claim(claim.getKey(), claim.getValue()))),
                    401,
                    "token-invalid");
        }
        refused(
                with(
                        TestIssuer.WARDS.token(
                                claims -> claims.claim("municipalities", List.of("131042")))),
                401,
                "token-invalid");
        refused(
                with(
                        TestIssuer.WARDS.token(
                                claims -> claims.claim("municipalities", List.of("１３１０４１")))),
                401,
                "token-invalid");
        refused(with(TestIssuer.WARDS.token(claims -> claims.subject(null))), 401, "token-invalid");
    }

    @Test
    void aSubjectThatNobodyCanReadMakesABadToken() {
        for (String subject : List.of(" ", "\u3000", "a\u0000b", "a\u202eb", "x".repeat(256))) {
            refused(
                    with(TestIssuer.WARDS.token(claims -> claims.subject(subject))),
                    401,
                    "token-invalid");
        }
    }

    @Test
    void anIssuerSpeaksForItsMunicipalitiesOnly() {
        String token =
                TestIssuer.WARDS.token(
                        claims ->
                                claims.claim("municipalities", List.of("131041", "131016"))
                                        .claim("roles", List.of("auditor")));
        assertThat(with(token).status()).isEqualTo(200);
        refused(
                server.get("/v1/municipalities/131016/contracts").token(token).send(),
                404,
                "not-found");
    }

    @Test
    void keysFromTheNetworkAndNestedClaimsWorkAndAreFetchedOnce() {
        String token =
                TestIssuer.HOSTED.token(
                        claims ->
                                claims.claim("municipalities", List.of("131041"))
                                        .claim(
                                                "realm_access",
                                                Map.of(
                                                        "roles",
                                                        List.of("auditor", "offline_access"))));
        assertThat(with(token).status()).isEqualTo(200);
        int fetches = TestIssuer.FETCHES.get();
        assertThat(with(token).status()).isEqualTo(200);
        String unknownKey =
                TestIssuer.HOSTED.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("unknown").build(),
                        claims -> {});
        for (int i = 0; i < 5; i++) {
            refused(with(unknownKey), 401, "token-invalid");
        }
        assertThat(TestIssuer.FETCHES.get()).isEqualTo(fetches);
    }

    @Test
    void anIssuerWhoseKeysCannotBeFetchedIsUnavailable() {
        Reply reply =
                server.get("/v1/municipalities/131016/contracts")
                        .token(TestIssuer.GONE.token(claims -> {}))
                        .send();
        refused(reply, 503, "issuer-unavailable");
        assertThat(reply.header("Retry-After")).isNotBlank();
    }
}
