package jp.tenken.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An identity provider for one run, which vouches for anybody: the services trust its key, and no
 * try-out is needed. Immutable, thread-safe.
 */
public final class TestIssuer implements Tokens {

    private static final String NAME = "https://issuer.invalid";
    private static final Duration LASTING = Duration.ofDays(1);
    private static final int KEY_BITS = 2048;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyPair key;
    private final Clock clock;

    private TestIssuer(KeyPair key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** One with a key that nobody else has. */
    public static TestIssuer create(Clock clock) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return new TestIssuer(generator.generateKeyPair(), clock);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What makes a service trust it, for all municipalities, as environment variables. */
    public Map<String, String> settings() {
        String pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n";
        return Map.of(
                "TENKEN_ISSUERS_0_ISSUER", NAME,
                "TENKEN_ISSUERS_0_PUBLICKEY", pem,
                "TENKEN_ISSUERS_0_MUNICIPALITIES_0", "*");
    }

    @Override
    public String of(Identity identity) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", NAME);
        claims.put("sub", identity.subject());
        claims.put("name", identity.subject());
        claims.put("roles", identity.roles());
        claims.put("municipalities", identity.municipalities());
        claims.put("departments", identity.departments());
        claims.put("iat", now);
        claims.put("exp", now + LASTING.toSeconds());
        String unsigned = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
        return unsigned + "." + encoded(signed(unsigned));
    }

    private byte[] signed(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String part(Map<String, Object> content) {
        return encoded(JSON.writeValueAsBytes(content));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
