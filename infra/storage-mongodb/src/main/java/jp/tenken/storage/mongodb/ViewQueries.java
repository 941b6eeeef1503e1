package jp.tenken.storage.mongodb;

import java.util.List;
import java.util.regex.Pattern;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowQuery;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;

/**
 * The questions to rows, as filters and orders. Each names the tenant first and comes in the order
 * of the index that serves it, so that no server has to sort. Stateless.
 */
final class ViewQueries {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.|?*+()\\[\\]{}#&~-]");

    private ViewQueries() {}

    /** The version of a key that stood at a sequence is the last one of these. */
    static BsonDocument until(RowKey key, long sequence) {
        return new BsonDocument(
                StoredRows.ID,
                new BsonDocument("$gte", new BsonString(RowIds.past(key, 0)))
                        .append("$lte", new BsonString(RowIds.past(key, sequence))));
    }

    /** The version of a key that stood at a position of the log is the last one of these. */
    static BsonDocument reached(RowKey key, long position) {
        return until(key, Row.OPEN)
                .append(StoredRows.POSITION, new BsonDocument("$lte", new BsonInt64(position)));
    }

    static BsonDocument newestFirst() {
        return new BsonDocument(StoredRows.ID, new BsonInt32(-1));
    }

    /** Live rows of a list; for a list of the past those that stood then already. */
    static BsonDocument live(RowQuery query) {
        BsonDocument wanted = rows(query);
        if (query.sequence() != Row.OPEN) {
            wanted.append(StoredRows.SINCE, upTo(query.sequence()));
        }
        return behind(query, wanted, StoredRows.ID);
    }

    /** Ended rows of a list of the past. */
    static BsonDocument past(RowQuery query) {
        BsonDocument wanted =
                rows(query)
                        .append(StoredRows.SINCE, upTo(query.sequence()))
                        .append(
                                StoredRows.UNTIL,
                                new BsonDocument("$gt", new BsonInt64(query.sequence())));
        return behind(query, wanted, StoredRows.KEY);
    }

    static BsonDocument liveOrder(RowQuery query) {
        return order(query, StoredRows.ID);
    }

    static BsonDocument pastOrder(RowQuery query) {
        return order(query, StoredRows.KEY);
    }

    private static BsonDocument order(RowQuery query, String key) {
        BsonInt32 direction = new BsonInt32(query.descending() ? -1 : 1);
        return new BsonDocument(StoredRows.SORT, direction).append(key, direction);
    }

    private static BsonDocument upTo(long sequence) {
        return new BsonDocument("$lte", new BsonInt64(sequence));
    }

    private static BsonDocument rows(RowQuery query) {
        BsonDocument wanted =
                new BsonDocument(
                        StoredRows.TENANT, new BsonString(OrderedText.encode(query.tenant())));
        query.equal()
                .forEach(
                        (name, value) ->
                                wanted.append(
                                        StoredRows.attribute(name),
                                        new BsonString(OrderedText.encode(value))));
        String text = query.text();
        if (text != null && !text.isEmpty()) {
            wanted.append(StoredRows.TEXT, new BsonRegularExpression(literal(text)));
        }
        return wanted;
    }

    /**
     * Takes what an expression would take for more than itself literally. An expression cannot hold
     * the character 0 as such.
     */
    static String literal(String text) {
        return SPECIAL.matcher(OrderedText.encode(text))
                .replaceAll("\\\\$0")
                .replace("\0", "\\x00");
    }

    /**
     * Cuts off what lies before the page. Where it begins within rows of one sort, these and those
     * behind them are two stretches of the index, which the server goes through one after the
     * other.
     */
    private static BsonDocument behind(RowQuery query, BsonDocument wanted, String key) {
        BsonDocument range = range(query);
        RowQuery.After after = query.after();
        if (after != null) {
            String beyond = query.descending() ? "$lt" : "$gt";
            BsonDocument ties = wanted.clone();
            if (narrow(query, after.sort(), range)) {
                ties.append(StoredRows.SORT, new BsonString(OrderedText.encode(after.sort())))
                        .append(key, new BsonDocument(beyond, key(query, after.key(), key)));
                wanted.append(StoredRows.SORT, range);
                return new BsonDocument("$or", new BsonArray(List.of(ties, wanted)));
            }
        }
        return range.isEmpty() ? wanted : wanted.append(StoredRows.SORT, range);
    }

    /**
     * Lets a range begin behind a sort.
     *
     * @return false when it does already
     */
    private static boolean narrow(RowQuery query, String sort, BsonDocument range) {
        String bound = query.descending() ? query.to() : query.from();
        boolean within =
                bound == null
                        || (query.descending()
                                ? sort.compareTo(bound) < 0
                                : sort.compareTo(bound) >= 0);
        if (within) {
            range.remove(query.descending() ? "$lt" : "$gte");
            range.append(
                    query.descending() ? "$lt" : "$gt", new BsonString(OrderedText.encode(sort)));
        }
        return within;
    }

    private static BsonString key(RowQuery query, String key, String field) {
        return new BsonString(
                field.equals(StoredRows.ID)
                        ? RowIds.live(new RowKey(query.tenant(), key))
                        : OrderedText.encode(key));
    }

    private static BsonDocument range(RowQuery query) {
        BsonDocument range = new BsonDocument();
        String from = query.from();
        String to = query.to();
        if (from != null) {
            range.append("$gte", new BsonString(OrderedText.encode(from)));
        }
        if (to != null) {
            range.append("$lt", new BsonString(OrderedText.encode(to)));
        }
        return range;
    }
}
