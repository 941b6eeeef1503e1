package jp.tenken.edge.body;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.kernel.Violation;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads request bodies within bounds. Thread-safe; refuses with {@link Refusal} as signal, never by
 * throwing while the pipeline is built.
 */
public final class BodyReader {

    /** Most bytes of a JSON body: 256 KiB. */
    public static final int MAX_JSON = 256 * 1024;

    /** Most bytes of an imported document: 2 MiB. */
    public static final int MAX_DOCUMENT = 2 * 1024 * 1024;

    private static final byte[] NONE = {};

    /** What no body at all stands for. */
    private static final JsonNode NO_FIELDS = JsonNodeFactory.instance.objectNode();

    private final FieldRules rules;

    /** Checks request records with the given validator. */
    public BodyReader(Validator validator) {
        this.rules = new FieldRules(validator);
    }

    /**
     * A JSON body.
     *
     * @param value the request record
     * @param canonical the body in one rendering for all layouts, for the request digest
     * @param <T> the request record's type
     */
    public record Read<T>(T value, byte[] canonical) {}

    /**
     * A request record from {@code application/json}. A POST without any body is one without
     * fields, where the record needs none; what a PUT puts there has to be said.
     *
     * <p>Refuses with {@code content-type-unsupported}, {@code body-too-large}, a {@code body-…}
     * code for what is no JSON object, or the codes of its fields, all of them at once.
     */
    public <T> Mono<Read<T>> json(ServerHttpRequest request, Class<T> type) {
        return jsonBytes(request)
                .map(
                        bytes -> {
                            if (bytes.length == 0 && HttpMethod.POST.equals(request.getMethod())) {
                                return new Read<>(without(type), CanonicalJson.bytes(NO_FIELDS));
                            }
                            JsonNode node = StrictJson.parse(bytes);
                            return new Read<>(bind(node, type), CanonicalJson.bytes(node));
                        });
    }

    /** Whoever sends no body need not say of what type it is not. */
    private static Mono<byte[]> jsonBytes(ServerHttpRequest request) {
        Set<MediaType> types = Set.of(MediaType.APPLICATION_JSON);
        if (request.getHeaders().containsHeader(HttpHeaders.CONTENT_TYPE)) {
            return bytes(request, types, MAX_JSON);
        }
        return join(request, MAX_JSON)
                .map(
                        bytes -> {
                            if (bytes.length > 0) {
                                throw unsupported("", types);
                            }
                            return bytes;
                        });
    }

    /**
     * The bytes of a document of one of these types, at most {@value #MAX_DOCUMENT} and not empty.
     * Refuses with {@code content-type-unsupported}, {@code body-too-large} or {@code
     * body-missing}.
     */
    public Mono<byte[]> document(ServerHttpRequest request, Set<MediaType> types) {
        return bytes(request, types, MAX_DOCUMENT)
                .filter(bytes -> bytes.length > 0)
                .switchIfEmpty(Mono.error(() -> Refusal.of("body-missing")));
    }

    /**
     * For operations without a body: nothing, or an empty JSON object as some clients send it.
     * Refuses anything else with {@code body-not-expected}.
     */
    public Mono<byte[]> nothing(ServerHttpRequest request) {
        return join(request, MAX_JSON)
                .map(
                        bytes -> {
                            if (bytes.length > 0 && !StrictJson.text(bytes).strip().equals("{}")) {
                                throw Refusal.of("body-not-expected");
                            }
                            return NONE;
                        });
    }

    private <T> T without(Class<T> type) {
        try {
            return bind(NO_FIELDS, type);
        } catch (Refusal needed) {
            throw Refusal.of("body-missing");
        }
    }

    private <T> T bind(JsonNode node, Class<T> type) {
        if (!node.isObject()) {
            throw node.isNull() ? Refusal.of("body-missing") : Refusal.of("body-not-an-object");
        }
        List<Violation> violations = new ArrayList<>();
        T value = new RecordBinder(rules, violations).bind("", node, type);
        if (!violations.isEmpty()) {
            throw Refusal.of(violations);
        }
        if (value == null) {
            throw new IllegalStateException("a record without violations is bound");
        }
        return value;
    }

    private static Mono<byte[]> bytes(ServerHttpRequest request, Set<MediaType> types, int max) {
        return Mono.defer(
                () -> {
                    requireType(request.getHeaders(), types);
                    return join(request, max);
                });
    }

    private static Mono<byte[]> join(ServerHttpRequest request, int max) {
        return Mono.defer(
                () -> {
                    if (request.getHeaders().getContentLength() > max) {
                        throw Refusal.of("body-too-large", "max", max);
                    }
                    // Counts while it reads, so that a chunked body cannot lie about its length.
                    return DataBufferUtils.join(request.getBody(), max)
                            .map(
                                    buffer -> {
                                        byte[] bytes = new byte[buffer.readableByteCount()];
                                        buffer.read(bytes);
                                        DataBufferUtils.release(buffer);
                                        return bytes;
                                    })
                            .defaultIfEmpty(NONE)
                            .onErrorMap(
                                    DataBufferLimitException.class,
                                    tooMuch -> Refusal.of("body-too-large", "max", max));
                });
    }

    private static void requireType(HttpHeaders headers, Set<MediaType> types) {
        String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported(encoding, types);
        }
        MediaType sent;
        try {
            sent = headers.getContentType();
        } catch (InvalidMediaTypeException unreadable) {
            throw unsupported("", types);
        }
        if (sent == null || types.stream().noneMatch(type -> type.equalsTypeAndSubtype(sent))) {
            throw unsupported(sent == null ? "" : sent.toString(), types);
        }
        String charset = sent.getParameter("charset");
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw unsupported(sent.toString(), types);
        }
    }

    private static Refusal unsupported(String sent, Set<MediaType> types) {
        return Refusal.of("content-type-unsupported", "sent", sent)
                .header(HttpHeaders.ACCEPT, MediaType.toString(types));
    }
}
