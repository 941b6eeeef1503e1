package jp.tenken.storage.mongodb;

import static jp.tenken.storage.mongodb.TokenSegments.path;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;

/** The conditions on and changes of segments, in forms that every server knows. Stateless. */
final class TokenFilters {

    private TokenFilters() {}

    static BsonDocument processor(String name) {
        return new BsonDocument(TokenSegments.ID, new BsonString(OrderedText.encode(name)));
    }

    /** A segment that an owner has claimed. */
    static BsonDocument owned(String processor, int segment, BsonString owner) {
        return processor(processor).append(path(segment, TokenSegments.OWNER), owner);
    }

    /** A segment that is there and that nobody else has claimed. */
    static BsonDocument freeOrOwned(String processor, int segment, BsonString owner) {
        return processor(processor)
                .append(path(segment), new BsonDocument("$exists", BsonBoolean.TRUE))
                .append(
                        path(segment, TokenSegments.OWNER),
                        new BsonDocument("$in", new BsonArray(List.of(owner, BsonNull.VALUE))));
    }

    static BsonDocument set(BsonDocument fields) {
        return new BsonDocument("$set", fields);
    }

    /** A change with the server's time. */
    static BsonDocument stamped(BsonDocument fields, int segment) {
        return stamp(segment).append("$set", fields);
    }

    /** The server's time, and one more write. */
    static BsonDocument stamp(int segment) {
        return new BsonDocument(
                        "$currentDate",
                        new BsonDocument(path(segment, TokenSegments.STAMP), BsonBoolean.TRUE))
                .append(
                        "$inc",
                        new BsonDocument(path(segment, TokenSegments.WRITES), new BsonInt64(1)));
    }
}
