package jp.tenken.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Issuers of the tests: one known by its public key, one by a key set on the network, one whose key
 * set is gone.
 */
final class TestIssuer {

    /** Speaks for Shinjuku and Shibuya. */
    static final TestIssuer WARDS = new TestIssuer("https://id.wards.example");

    /** Speaks for everybody, names its claims otherwise, keys by URL. */
    static final TestIssuer HOSTED = new TestIssuer("https://id.hosted.example");

    /** Trusted, but its keys cannot be fetched. */
    static final TestIssuer GONE = new TestIssuer("https://id.gone.example");

    /** Nobody trusts it. */
    static final TestIssuer STRANGER = new TestIssuer("https://id.stranger.example");

    static final AtomicInteger FETCHES = new AtomicInteger();

    private static final HttpServer KEYS = serve();

    private final String name;
    private final RSAKey key;

    private TestIssuer(String name) {
        this.name = name;
        try {
            this.key = new RSAKeyGenerator(2048).keyID(name + "#1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("tenken.issuers[0].issuer", WARDS.name);
        settings.put("tenken.issuers[0].public-key", WARDS.pem());
        settings.put("tenken.issuers[0].municipalities", "131041,131130");
        settings.put("tenken.issuers[0].audience", "tenken");
        settings.put("tenken.issuers[1].issuer", HOSTED.name);
        settings.put(
                "tenken.issuers[1].jwks-uri",
                "http://127.0.0.1:" + KEYS.getAddress().getPort() + "/keys");
        settings.put("tenken.issuers[1].municipalities", "*");
        settings.put("tenken.issuers[1].claims.roles", "realm_access.roles");
        settings.put("tenken.issuers[2].issuer", GONE.name);
        settings.put(
                "tenken.issuers[2].jwks-uri",
                "http://127.0.0.1:" + KEYS.getAddress().getPort() + "/gone");
        settings.put("tenken.issuers[2].municipalities", "131016");
        return settings;
    }

    /** Staff of department 0101 in Shinjuku. */
    static String staff() {
        return WARDS.token(
                claims ->
                        claims.subject("tanaka")
                                .claim("name", "田中")
                                .claim("municipalities", List.of("131041"))
                                .claim("roles", List.of("department-staff"))
                                .claim("departments", List.of("131041/0101")));
    }

    /** Somebody with one role in Shinjuku, department 0101, contractor k1. */
    static String as(String... roles) {
        return WARDS.token(
                claims ->
                        claims.subject("somebody")
                                .claim("municipalities", List.of("131041"))
                                .claim("roles", List.of(roles))
                                .claim("departments", List.of("131041/0101"))
                                .claim("contractors", List.of("k1")));
    }

    String token(Consumer<JWTClaimsSet.Builder> claims) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    }

    String sign(JWSHeader header, Consumer<JWTClaimsSet.Builder> claims) {
        SignedJWT token = new SignedJWT(header, set(claims));
        try {
            token.sign(
                    header.getAlgorithm().getName().startsWith("HS")
                            ? new MACSigner(pem().getBytes(StandardCharsets.UTF_8))
                            : new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    JWTClaimsSet set(Consumer<JWTClaimsSet.Builder> claims) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder builder =
                new JWTClaimsSet.Builder()
                        .issuer(name)
                        .subject("somebody")
                        .audience("tenken")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(600)));
        claims.accept(builder);
        return builder.build();
    }

    private String pem() {
        try {
            return "-----BEGIN PUBLIC KEY-----"
                    + Base64.getEncoder().encodeToString(key.toPublicKey().getEncoded())
                    + "-----END PUBLIC KEY-----";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serve() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/keys",
                    exchange -> {
                        FETCHES.incrementAndGet();
                        byte[] keys =
                                new JWKSet(HOSTED.key.toPublicJWK())
                                        .toString()
                                        .getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, keys.length);
                        exchange.getResponseBody().write(keys);
                        exchange.close();
                    });
            server.createContext(
                    "/gone",
                    exchange -> {
                        exchange.sendResponseHeaders(502, -1);
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
