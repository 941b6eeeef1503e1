package jp.tenken.edge.http;

import java.util.List;
import java.util.regex.Pattern;
import jp.tenken.edge.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads the request headers that the contract defines. Each may come once. */
public final class RequestHeaders {

    /** Asks that a read contains at least this sequence. */
    public static final String SEQUENCE_AT_LEAST = "Tenken-Sequence-At-Least";

    /** Makes a repeated write answer as the first time. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private RequestHeaders() {}

    /**
     * The idempotency key, null when none was sent.
     *
     * @throws Refusal {@code idempotency-key-invalid} for other than 1-128 visible ASCII characters
     */
    public static @Nullable String idempotencyKey(HttpHeaders headers) {
        String key = only(headers, IDEMPOTENCY_KEY, "idempotency-key-invalid");
        if (key != null && !KEY.matcher(key).matches()) {
            throw Refusal.field(IDEMPOTENCY_KEY, "idempotency-key-invalid");
        }
        return key;
    }

    /**
     * The version that the resource must have; null when none was sent, or {@code *}, which any
     * resource that is there satisfies.
     *
     * @throws Refusal {@code if-match-invalid} for a weak tag, several tags or one that we never
     *     give
     */
    public static @Nullable Long ifMatch(HttpHeaders headers) {
        String tag = only(headers, HttpHeaders.IF_MATCH, "if-match-invalid");
        if (tag == null || tag.strip().equals("*")) {
            return null;
        }
        var version = VERSION.matcher(tag.strip());
        if (!version.matches()) {
            throw Refusal.field(HttpHeaders.IF_MATCH, "if-match-invalid");
        }
        return Long.valueOf(version.group(1));
    }

    /**
     * The sequence that the answer must contain; 0 when none was asked for.
     *
     * @throws Refusal {@code sequence-invalid} for other than a whole number from 0
     */
    public static long sequenceAtLeast(HttpHeaders headers) {
        String sequence = only(headers, SEQUENCE_AT_LEAST, "sequence-invalid");
        if (sequence == null) {
            return 0;
        }
        if (!NUMBER.matcher(sequence).matches()) {
            throw Refusal.field(SEQUENCE_AT_LEAST, "sequence-invalid");
        }
        return Long.parseLong(sequence);
    }

    private static @Nullable String only(HttpHeaders headers, String name, String code) {
        List<String> values = headers.getOrEmpty(name);
        if (values.size() > 1) {
            throw Refusal.field(name, code);
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
