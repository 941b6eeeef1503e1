package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowQuery;

/**
 * The questions to a view as SQL. Every one goes along an index that begins with the tenant, in the
 * order of the answer, so that a page costs what it holds.
 *
 * <p>All selects give since, until, sort, text, attributes, document and key, in this order.
 */
final class ViewSql {

    /** An attribute by its number with the value that a row must have. */
    record Filter(int attribute, byte[] value) {}

    /** Counting stops here: it is only to find out which filter is rarer. */
    private static final int COUNT_LIMIT = 1_000;

    private final StringBuilder text = new StringBuilder(512);
    private final List<Object> parameters = new ArrayList<>();

    private ViewSql() {}

    /** Tenant, key and, unless the live row is wanted, a sequence. */
    static String find(ViewLayout layout, long sequence) {
        boolean live = sequence == Row.OPEN;
        return "SELECT r.since, %s, r.sort, r.text, r.attributes, r.document FROM %s r WHERE r.tenant = ? AND r.key = ?%s ORDER BY r.since DESC LIMIT 1"
                .formatted(
                        live ? "r.ended" : until(layout),
                        layout.rows(),
                        live ? "" : " AND r.since <= ?");
    }

    /** Tenant, attribute, value. */
    static String count(ViewLayout layout, boolean live) {
        return "SELECT count(*) FROM (SELECT 1 FROM %s WHERE tenant = ? AND attribute = ? AND value = ?%s LIMIT %d)"
                .formatted(layout.spans(), live ? " AND until = " + Row.OPEN : "", COUNT_LIMIT);
    }

    /** A page and one row more. */
    static ViewSql list(ViewLayout layout, int tenant, RowQuery query, List<Filter> filters) {
        ViewSql sql = new ViewSql();
        boolean live = query.sequence() == Row.OPEN;
        sql.add(
                "SELECT r.since, %s, s.sort, r.text, r.attributes, r.document, s.key FROM %s s CROSS JOIN %s r ON r.id = "
                        .formatted(
                                live ? "r.ended" : until(layout), layout.spans(), layout.rows()));
        sql.add(
                "(SELECT v.id FROM %s v WHERE v.tenant = s.tenant AND v.key = s.key"
                        .formatted(layout.rows()));
        if (!live) {
            sql.add(" AND v.since <= ?", query.sequence());
        }
        sql.add(" ORDER BY v.since DESC LIMIT 1) WHERE ");
        sql.span("s", tenant, filters.getFirst(), query.sequence());
        sql.range(query);
        for (Filter filter : filters.subList(1, filters.size())) {
            sql.add(" AND EXISTS (SELECT 1 FROM %s f WHERE ".formatted(layout.spans()));
            sql.span("f", tenant, filter, query.sequence());
            sql.add(" AND f.sort = s.sort AND f.key = s.key)");
        }
        if (query.text() != null && !query.text().isEmpty()) {
            sql.add(" AND instr(r.text, ?) > 0", OrderedText.encode(query.text()));
        }
        String direction = query.descending() ? " DESC" : "";
        sql.add(
                " ORDER BY s.sort" + direction + ", s.key" + direction + " LIMIT ?",
                query.limit() + 1L);
        return sql;
    }

    String text() {
        return text.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            switch (parameters.get(i)) {
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Long number -> statement.setLong(i + 1, number);
                default -> throw new IllegalStateException("neither bytes nor number");
            }
        }
    }

    private void span(String alias, int tenant, Filter filter, long sequence) {
        add(alias + ".tenant = ?", (long) tenant);
        add(" AND " + alias + ".attribute = ?", (long) filter.attribute());
        add(" AND " + alias + ".value = ?", filter.value());
        if (sequence == Row.OPEN) {
            add(" AND " + alias + ".until = " + Row.OPEN);
        } else {
            add(" AND " + alias + ".since <= ?", sequence);
            add(" AND " + alias + ".until > ?", sequence);
        }
    }

    private void range(RowQuery query) {
        if (query.from() != null) {
            add(" AND s.sort >= ?", OrderedText.encode(query.from()));
        }
        if (query.to() != null) {
            add(" AND s.sort < ?", OrderedText.encode(query.to()));
        }
        RowQuery.After after = query.after();
        if (after != null) {
            add(
                    " AND (s.sort, s.key) " + (query.descending() ? "<" : ">") + " (?, ",
                    OrderedText.encode(after.sort()));
            add("?)", OrderedText.encode(after.key()));
        }
    }

    /** Where a version ended: where it says, or where the next one begins. */
    private static String until(ViewLayout layout) {
        return "min(r.ended, coalesce((SELECT min(n.since) FROM %s n WHERE n.tenant = r.tenant AND n.key = r.key AND n.since > r.since), %d))"
                .formatted(layout.rows(), Row.OPEN);
    }

    private void add(String sql, Object... values) {
        text.append(sql);
        parameters.addAll(List.of(values));
    }
}
