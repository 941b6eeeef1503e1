package jp.tenken.edge.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a request asks for, as one short text: two requests that ask for the same have the same
 * digest.
 */
public final class RequestDigest {

    private RequestDigest() {}

    /**
     * SHA-256 over the parts, each with its length, as lower-case hex.
     *
     * @param method of HTTP
     * @param path as it was sent
     * @param query its parameters in order of their names
     * @param body in its canonical rendering
     */
    public static String of(String method, String path, String query, byte[] body) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        add(digest, method.getBytes(StandardCharsets.UTF_8));
        add(digest, path.getBytes(StandardCharsets.UTF_8));
        add(digest, query.getBytes(StandardCharsets.UTF_8));
        add(digest, body);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }
}
