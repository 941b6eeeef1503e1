package jp.tenken.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * What an endpoint answers.
 *
 * @param status HTTP status, 2xx
 * @param type of the body; {@code application/json} bodies may be any record, all others are bytes
 * @param body a record, list or map to be written as JSON, or {@code byte[]} as they are; null =
 *     none
 * @param headers further headers
 */
public record Answer(
        int status, MediaType type, @Nullable Object body, Map<String, String> headers) {

    /** Header that says how far the municipality's sequence had come. */
    public static final String SEQUENCE = "Tenken-Sequence";

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** 200 with a JSON body. */
    public static Answer ok(Object body) {
        return new Answer(200, MediaType.APPLICATION_JSON, body, Map.of());
    }

    /** 200 with a document as it is. */
    public static Answer document(MediaType type, byte[] bytes) {
        return new Answer(200, type, bytes, Map.of());
    }

    /** What a write answers at least. */
    public record Written(String id, long sequence) {}

    /**
     * 200 with the receipt of a write to a resource that was there: {@code {"id", "sequence"}},
     * sequence and ETag.
     */
    public static Answer written(Receipt receipt) {
        return written(receipt, new Written(receipt.id(), receipt.sequence()));
    }

    /**
     * As {@link #written(Receipt)} with a body that says more than {@code id} and {@code sequence}.
     */
    public static Answer written(Receipt receipt, Object body) {
        return ok(body).sequence(receipt.sequence()).version(receipt.version());
    }

    /**
     * 201 with the receipt of a write that made a new resource.
     *
     * @param location path of the new resource
     */
    public static Answer created(Receipt receipt, String location) {
        return created(receipt, location, new Written(receipt.id(), receipt.sequence()));
    }

    /**
     * As {@link #created(Receipt, String)} with a body that says more than {@code id} and {@code
     * sequence}.
     */
    public static Answer created(Receipt receipt, String location, Object body) {
        Answer written = written(receipt, body).header(HttpHeaders.LOCATION, location);
        return new Answer(201, written.type, written.body, written.headers);
    }

    /** The same with one more header. */
    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, type, body, more);
    }

    /** The same with the {@code ETag} of a resource's version. */
    public Answer version(long version) {
        return header(HttpHeaders.ETAG, "\"" + version + "\"");
    }

    /** The same with the municipality's sequence. */
    public Answer sequence(long sequence) {
        return header(SEQUENCE, Long.toString(sequence));
    }
}
