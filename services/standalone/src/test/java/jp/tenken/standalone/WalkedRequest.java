package jp.tenken.standalone;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import jp.tenken.standalone.PermissionLines.Line;
import jp.tenken.standalone.WalkedThings.Things;
import org.jspecify.annotations.Nullable;

/**
 * What a line of {@code permissions.txt} sends, with the things that it names put in.
 *
 * @param query with its question mark; empty = none
 * @param type of the body; null = there is no body
 * @param body as it is sent
 */
record WalkedRequest(String query, @Nullable String type, byte[] body) {

    /** Reads the last cell of a line. */
    static WalkedRequest of(Line line, Things things) throws Exception {
        String request = WalkedPaths.filled(line.request(), things);
        int document = request.indexOf('@');
        String asked = document < 0 ? request : request.substring(0, document);
        String query = asked.startsWith("?") ? asked.strip() : "";
        if (document >= 0) {
            return new WalkedRequest(
                    query, "text/markdown", resource(request.substring(document + 1)));
        }
        return request.startsWith("{")
                ? new WalkedRequest(
                        query, "application/json", request.getBytes(StandardCharsets.UTF_8))
                : new WalkedRequest(query, null, new byte[0]);
    }

    /** Puts method, body and its type into a request to the path with this query. */
    HttpRequest.Builder into(HttpRequest.Builder builder, String method) {
        if (type == null) {
            return builder.method(method, BodyPublishers.noBody());
        }
        return builder.header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body));
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = WalkedRequest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
