package jp.tenken.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The OpenAPI document as it is served: {@code openapi.yaml} of the documents. A test of the
 * assembled process holds {@link #routes()} against {@link EndpointRegistry#routes()}.
 */
public final class OpenApiDocument {

    private static final String RESOURCE = "/tenken/docs/openapi.yaml";

    // On operations that are answered beside the endpoints, as the framework's own health page.
    private static final String SERVED_BY = "x-tenken-served-by";

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final byte[] bytes;

    private OpenApiDocument(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads it from the class path.
     *
     * @throws IllegalStateException when it is not there: the service must not start without its
     *     contract
     */
    public static OpenApiDocument load() {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            return new OpenApiDocument(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in it of a process with these routes, as {@link EndpointRegistry#routes()}. */
    OpenApiDocument of(Set<String> routes) {
        String all = new String(bytes, StandardCharsets.UTF_8);
        return new OpenApiDocument(
                new OpenApiPart(routes, SERVED_BY).of(all).getBytes(StandardCharsets.UTF_8));
    }

    /** The document, UTF-8 YAML. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Method and path of every operation that the document gives to an endpoint, as {@code GET
     * /v1/municipalities}; those marked {@code x-tenken-served-by} are left out.
     */
    public SortedSet<String> routes() {
        SortedSet<String> routes = new TreeSet<>();
        Map<String, Object> document =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(new String(bytes, StandardCharsets.UTF_8));
        if (!(document.get("paths") instanceof Map<?, ?> paths)) {
            return routes;
        }
        paths.forEach(
                (path, operations) -> {
                    if (operations instanceof Map<?, ?> map) {
                        map.forEach((method, operation) -> add(routes, path, method, operation));
                    }
                });
        return routes;
    }

    private static void add(
            SortedSet<String> routes, Object path, Object method, Object operation) {
        boolean elsewhere =
                operation instanceof Map<?, ?> details && details.containsKey(SERVED_BY);
        if (METHODS.contains(method) && !elsewhere) {
            routes.add(method.toString().toUpperCase(Locale.ROOT) + " " + path);
        }
    }
}
