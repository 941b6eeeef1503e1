package jp.tenken.edge.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes of what a request asks for one short text: two requests that ask for the same have the same
 * digest.
 *
 * <p>Digests are recorded, and a body may hold words that are to be erasable; so they are keyed:
 * whoever has the log alone cannot try out what was said. Immutable and thread-safe.
 */
public final class RequestDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * With a secret, which must stay the same for as long as requests are recognised.
     *
     * @param secret at least 32 random bytes
     */
    public RequestDigest(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * HMAC with SHA-256 over the parts, each with its length, as lower-case hex.
     *
     * @param method of HTTP
     * @param path as it was sent
     * @param query its parameters in order of their names
     * @param body in its canonical rendering
     */
    public String of(String method, String path, String query, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            add(mac, method.getBytes(StandardCharsets.UTF_8));
            add(mac, path.getBytes(StandardCharsets.UTF_8));
            add(mac, query.getBytes(StandardCharsets.UTF_8));
            add(mac, body);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private static void add(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        mac.update(part);
    }
}
