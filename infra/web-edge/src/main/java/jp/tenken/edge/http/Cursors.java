package jp.tenken.edge.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.tenken.edge.problem.Refusal;

/**
 * Seals the place where a page ended into an opaque cursor and opens it again, but only for the
 * list that it came from: same municipality, same endpoint, same filters. Thread-safe.
 */
public final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 16;
    private static final int LONGEST = 2048;

    private final SecretKeySpec key;

    /** With a secret of at least 32 bytes; cursors of another secret are refused. */
    public Cursors(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("a cursor secret has at least 32 bytes");
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A cursor.
     *
     * @param list what identifies the list: tenant, route and filters
     * @param place where the page ended, in the words of the list's endpoint
     */
    public String seal(String list, String place) {
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        byte[] seal = mac(list, text);
        byte[] cursor = Arrays.copyOf(seal, SEAL_BYTES + text.length);
        System.arraycopy(text, 0, cursor, SEAL_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * The place that was sealed.
     *
     * @param parameter which of the request's parameters the cursor is, for the refusal
     * @throws Refusal {@code cursor-invalid} when it was not sealed for this list
     */
    public String open(String parameter, String list, String cursor) {
        byte[] bytes;
        try {
            bytes = cursor.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.field(parameter, "cursor-invalid");
        }
        if (bytes.length < SEAL_BYTES) {
            throw Refusal.field(parameter, "cursor-invalid");
        }
        byte[] seal = Arrays.copyOf(bytes, SEAL_BYTES);
        byte[] text = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
        if (!MessageDigest.isEqual(seal, Arrays.copyOf(mac(list, text), SEAL_BYTES))) {
            throw Refusal.field(parameter, "cursor-invalid");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] mac(String list, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(list.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
