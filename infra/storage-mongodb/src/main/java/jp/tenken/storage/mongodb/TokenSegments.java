package jp.tenken.storage.mongodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tenken.eventstore.axon.TokenBytes;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A processor's segments as one document, field {@code s}, by number: mask, token, owner and the
 * server's time of the last claim. The one place that knows the names of these fields. Stateless.
 */
final class TokenSegments {

    static final String ID = "_id";
    static final String SEGMENTS = "s";
    static final String OWNER = "o";
    static final String STAMP = "at";

    /** How often a segment has been claimed or stored; told apart by it, however fast that was. */
    static final String WRITES = "n";

    private static final String MASK = "m";
    private static final String TOKEN = "k";
    private static final String POSITION = "p";

    private TokenSegments() {}

    /** A segment as it lies in the database. */
    record Held(Segment segment, BsonDocument fields) {

        @Nullable TrackingToken token() {
            return TokenBytes.decode(fields.getBinary(TOKEN).getData());
        }

        BsonValue owner() {
            return fields.get(OWNER, BsonNull.VALUE);
        }

        BsonValue stamp() {
            return fields.get(STAMP, BsonNull.VALUE);
        }

        BsonValue writes() {
            return fields.get(WRITES, BsonNull.VALUE);
        }

        /** Whether the last claim was before a moment of the server's clock. */
        boolean claimedBefore(Instant moment) {
            return stamp().isDateTime() && stamp().asDateTime().getValue() < moment.toEpochMilli();
        }
    }

    /** A field of a segment within the processor's document. */
    static String path(int segment, String field) {
        return path(segment) + "." + field;
    }

    static String path(int segment) {
        return SEGMENTS + "." + segment;
    }

    /** A segment that nobody has claimed yet. */
    static BsonDocument unclaimed(Segment segment, @Nullable TrackingToken token) {
        BsonDocument fields = new BsonDocument(MASK, new BsonInt32(segment.getMask()));
        tokenFields(token).forEach(fields::append);
        return fields.append(OWNER, BsonNull.VALUE);
    }

    /** What storing a token sets, by path. */
    static BsonDocument stored(int segment, @Nullable TrackingToken token) {
        BsonDocument set = new BsonDocument();
        tokenFields(token).forEach((field, value) -> set.append(path(segment, field), value));
        return set;
    }

    private static BsonDocument tokenFields(@Nullable TrackingToken token) {
        return new BsonDocument(TOKEN, new BsonBinary(TokenBytes.encode(token)))
                .append(
                        POSITION,
                        token instanceof GlobalSequenceTrackingToken position
                                ? new BsonInt64(position.getGlobalIndex())
                                : BsonNull.VALUE);
    }

    /**
     * Restricts a filter to segments whose token a plain position may replace: not one that is a
     * higher plain position.
     */
    static void notBeyond(BsonDocument filter, int segment, @Nullable TrackingToken token) {
        if (token instanceof GlobalSequenceTrackingToken position) {
            filter.append(
                    path(segment, POSITION),
                    new BsonDocument(
                            "$not",
                            new BsonDocument("$gt", new BsonInt64(position.getGlobalIndex()))));
        }
    }

    static List<Held> all(BsonDocument processor) {
        List<Held> all = new ArrayList<>();
        processor
                .getDocument(SEGMENTS)
                .forEach((number, fields) -> all.add(held(Integer.parseInt(number), fields)));
        all.sort((one, other) -> one.segment().compareTo(other.segment()));
        return all;
    }

    static Optional<Held> find(BsonDocument processor, int segment) {
        BsonValue fields = processor.getDocument(SEGMENTS).get(Integer.toString(segment));
        return fields == null ? Optional.empty() : Optional.of(held(segment, fields));
    }

    private static Held held(int number, BsonValue value) {
        BsonDocument fields = value.asDocument();
        return new Held(new Segment(number, fields.getInt32(MASK).getValue()), fields);
    }
}
