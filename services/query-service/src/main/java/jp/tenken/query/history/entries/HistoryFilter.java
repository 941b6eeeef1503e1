package jp.tenken.query.history.entries;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jp.tenken.edge.Request;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.projections.RowQuery;
import jp.tenken.query.reading.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a request asks for, apart from scope.
 *
 * @param equal attributes that an entry must have
 * @param from recorded at this instant or later; null = from the beginning
 * @param to recorded at this instant or earlier; null = to the end
 */
record HistoryFilter(Map<String, String> equal, @Nullable Instant from, @Nullable Instant to) {

    private static final int LONGEST_SUBJECT = 256;

    /** Reads {@code actor}, {@code type}, {@code itemCode}, {@code from} and {@code to}. */
    static HistoryFilter of(Request request) {
        Map<String, String> equal = new HashMap<>();
        String actor = request.parameter("actor");
        if (actor != null) {
            if (actor.length() > LONGEST_SUBJECT) {
                throw Parameters.invalid("actor");
            }
            equal.put(History.ACTOR, actor);
        }
        String type = request.parameter("type");
        if (type != null) {
            if (EventCatalogue.find(type).isEmpty()) {
                throw Parameters.invalid("type");
            }
            equal.put(History.TYPE, type);
        }
        ItemCode item = Parameters.of(request, "itemCode", ItemCode::of);
        if (item != null) {
            equal.put(History.ITEM, item.value());
        }
        return new HistoryFilter(
                equal, Parameters.from(request, "from"), Parameters.to(request, "to"));
    }

    /** The same, of one contract. */
    HistoryFilter ofContract(String id) {
        Map<String, String> more = new HashMap<>(equal);
        more.put(History.CONTRACT, id);
        return new HistoryFilter(more, from, to);
    }

    /** Newest first. */
    RowQuery query(String tenant, long sequence) {
        return new RowQuery(
                tenant,
                equal,
                null,
                from == null ? HistoryKeys.FIRST : HistoryKeys.from(from),
                to == null ? null : HistoryKeys.behind(to),
                true,
                null,
                1,
                sequence);
    }
}
