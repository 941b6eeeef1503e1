package jp.tenken.storage.mongodb;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * An index as data.
 *
 * @param fields in the order of the index, at least one; a leading {@code -} means descending
 * @param unique whether no two documents may agree in all fields
 */
record IndexSpec(List<String> fields, boolean unique) {

    private static final String DESCENDING = "-";

    IndexSpec {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("an index needs a field");
        }
    }

    static IndexSpec on(String... fields) {
        return new IndexSpec(List.of(fields), false);
    }

    static IndexSpec uniqueOn(String... fields) {
        return new IndexSpec(List.of(fields), true);
    }

    /** Follows from the fields, so that the server names the same thing in errors and plans. */
    String name() {
        return String.join("_", fields).replace(DESCENDING, "down_");
    }

    /** As the server wants it: 1 ascending, -1 descending. */
    BsonDocument keys() {
        return keys(fields);
    }

    /** Fields in the notation of this record as a key pattern or an order of results. */
    static BsonDocument keys(List<String> fields) {
        BsonDocument keys = new BsonDocument();
        for (String field : fields) {
            boolean descending = field.startsWith(DESCENDING);
            keys.append(
                    descending ? field.substring(1) : field, new BsonInt32(descending ? -1 : 1));
        }
        return keys;
    }
}
