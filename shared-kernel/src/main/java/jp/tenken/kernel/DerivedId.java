package jp.tenken.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Identifiers that follow from what they name: the same parts give the same id, today and after a
 * restart, in every process.
 */
public final class DerivedId {

    private DerivedId() {}

    /**
     * A UUID of version 8 (RFC 9562) over SHA-256 of the purpose and the parts.
     *
     * <p>Each part enters with its length, so that ("ab", "c") and ("a", "bc") differ.
     *
     * @param purpose what kind of id this is; ids of two purposes never coincide
     * @param parts what the id follows from, in a fixed order
     */
    public static String of(String purpose, String... parts) {
        MessageDigest digest = sha256();
        add(digest, purpose);
        for (String part : parts) {
            add(digest, part);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
