package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.RowPage;
import jp.tenken.projections.RowQuery;

/** Reads the rows of one view. For one thread and one question. */
final class ViewReader {

    private final Session session;
    private final ViewLayout layout;

    ViewReader(Session session, ViewLayout layout) {
        this.session = session;
        this.layout = layout;
    }

    Map<RowKey, Row> live(TenantIds tenants, Collection<RowKey> keys) throws SQLException {
        Map<RowKey, Row> live = HashMap.newHashMap(keys.size());
        for (RowKey key : keys) {
            Integer tenant = tenants.find(key.tenant());
            if (tenant != null && !live.containsKey(key)) {
                find(tenant, key, Row.OPEN).ifPresent(row -> live.put(key, row));
            }
        }
        return live;
    }

    Optional<Row> find(int tenant, RowKey key, long sequence) throws SQLException {
        PreparedStatement select = session.prepare(ViewSql.find(layout, sequence));
        select.setInt(1, tenant);
        select.setBytes(2, OrderedText.encode(key.key()));
        if (sequence != Row.OPEN) {
            select.setLong(3, sequence);
        }
        try (ResultSet found = select.executeQuery()) {
            if (!found.next()) {
                return Optional.empty();
            }
            Row row = row(found, key);
            boolean stood = sequence == Row.OPEN ? row.live() : row.stoodAt(sequence);
            return stood ? Optional.of(row) : Optional.empty();
        }
    }

    RowPage list(int tenant, RowQuery query) throws SQLException {
        ViewSql sql = ViewSql.list(layout, tenant, query, rarestFirst(tenant, query));
        List<Row> rows = new ArrayList<>(Math.min(query.limit(), 1_000));
        PreparedStatement select = session.prepare(sql.text());
        sql.bind(select);
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                if (rows.size() == query.limit()) {
                    return new RowPage(rows, true);
                }
                RowKey key = new RowKey(query.tenant(), OrderedText.decode(found.getBytes(7)));
                rows.add(row(found, key));
            }
        }
        return new RowPage(rows, false);
    }

    /**
     * The filters, the one with the fewest spans first: the list walks along it and looks the
     * others up.
     */
    private List<ViewSql.Filter> rarestFirst(int tenant, RowQuery query) throws SQLException {
        List<ViewSql.Filter> filters = new ArrayList<>();
        query.equal()
                .forEach(
                        (name, value) ->
                                filters.add(
                                        new ViewSql.Filter(
                                                layout.attribute(name),
                                                OrderedText.encode(value))));
        if (filters.isEmpty()) {
            return List.of(new ViewSql.Filter(ViewLayout.ROW_ITSELF, new byte[0]));
        }
        if (filters.size() > 1) {
            long fewest = Long.MAX_VALUE;
            for (ViewSql.Filter filter : List.copyOf(filters)) {
                long count = count(tenant, filter, query.sequence() == Row.OPEN);
                if (count < fewest) {
                    fewest = count;
                    filters.remove(filter);
                    filters.addFirst(filter);
                }
            }
        }
        return filters;
    }

    private long count(int tenant, ViewSql.Filter filter, boolean live) throws SQLException {
        PreparedStatement count = session.prepare(ViewSql.count(layout, live));
        count.setInt(1, tenant);
        count.setInt(2, filter.attribute());
        count.setBytes(3, filter.value());
        try (ResultSet found = count.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    private Row row(ResultSet found, RowKey key) throws SQLException {
        return new Row(
                key,
                found.getLong(1),
                found.getLong(2),
                OrderedText.decode(found.getBytes(3)),
                OrderedText.decode(found.getBytes(4)),
                AttributeBytes.decode(layout.attributes(), found.getBytes(5)),
                found.getBytes(6));
    }
}
