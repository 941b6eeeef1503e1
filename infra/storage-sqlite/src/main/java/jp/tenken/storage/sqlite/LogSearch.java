package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.storage.sqlite.KeyWalks.Walk;
import org.jspecify.annotations.Nullable;

/**
 * Finds commits by criteria. For every criterion it walks along the rarest of the criterion's keys,
 * looks the others up in the index and checks what remains exactly. A criterion without a key to
 * walk along makes it a scan: of the tenant's commits, or of all.
 *
 * <p>For one thread and one question.
 */
final class LogSearch {

    static final String TENANT_SCAN =
            """
            SELECT position, content FROM commits WHERE tenant = ? AND tenant_sequence >= ? AND position <= ?
            ORDER BY tenant_sequence""";
    static final String TENANT_STEP =
            """
            SELECT tenant_sequence, position FROM commits
            WHERE tenant = ? AND tenant_sequence <= ? ORDER BY tenant_sequence DESC LIMIT 1""";

    private final Session session;
    private final @Nullable String tenant;
    private final int tenantId;
    private final Criteria criteria;
    private final long after;
    private final long end;

    /**
     * @param tenant null = all
     * @param tenantId the tenant's number; any when the tenant is null
     * @param end not beyond the head
     */
    LogSearch(
            Session session,
            @Nullable String tenant,
            int tenantId,
            Criteria criteria,
            long after,
            long end) {
        this.session = session;
        this.tenant = tenant;
        this.tenantId = tenantId;
        this.criteria = criteria;
        this.after = after;
        this.end = end;
    }

    CommitPage page(int maxEvents) throws SQLException {
        PageCollector page = new PageCollector(after, end, maxEvents);
        Predicate<Commit> exact =
                commit ->
                        (tenant == null || commit.header().tenant().equals(tenant))
                                && criteria.matchesAny(commit);
        List<Walk> walks = new KeyWalks(session, tenant, after, end).along(criteria);
        if (walks == null) {
            return tenant == null ? scan(page, exact) : tenantScan(page, exact);
        }
        PreparedStatement select = session.prepare(sql(walks, tenant != null));
        bind(select, walks);
        try (ResultSet found = select.executeQuery()) {
            return page.collect(found, exact);
        }
    }

    static String sql(List<Walk> walks, boolean ofTenant) {
        if (walks.size() == 1) {
            return "SELECT c.position, c.content FROM commit_keys k CROSS JOIN commits c ON c.position = k.position"
                    + " WHERE "
                    + condition(walks.getFirst())
                    + tenantCondition(ofTenant)
                    + " ORDER BY k.position";
        }
        StringBuilder union = new StringBuilder("SELECT c.position, c.content FROM (");
        for (int i = 0; i < walks.size(); i++) {
            union.append(i == 0 ? "" : " UNION ")
                    .append("SELECT k.position AS position FROM commit_keys k WHERE ")
                    .append(condition(walks.get(i)));
        }
        return union.append(
                        " ORDER BY 1) u CROSS JOIN commits c ON c.position = u.position WHERE true")
                .append(tenantCondition(ofTenant))
                .toString();
    }

    private static String condition(Walk walk) {
        StringBuilder sql =
                new StringBuilder(
                        "k.key = ? AND k.position >= " + LogReader.FROM + " AND k.position <= ?");
        for (Set<Long> set : walk.required()) {
            sql.append(
                            " AND EXISTS (SELECT 1 FROM commit_keys r WHERE r.position = k.position AND r.key IN (?")
                    .append(", ?".repeat(set.size() - 1))
                    .append("))");
        }
        return sql.toString();
    }

    private static String tenantCondition(boolean ofTenant) {
        return ofTenant ? " AND c.tenant = ?" : "";
    }

    private void bind(PreparedStatement select, List<Walk> walks) throws SQLException {
        int at = 1;
        for (Walk walk : walks) {
            select.setLong(at++, walk.key());
            select.setLong(at++, after + 1);
            select.setLong(at++, end);
            for (Set<Long> set : walk.required()) {
                for (long key : set) {
                    select.setLong(at++, key);
                }
            }
        }
        if (tenant != null) {
            select.setInt(at, tenantId);
        }
    }

    private CommitPage scan(PageCollector page, Predicate<Commit> exact) throws SQLException {
        PreparedStatement select = session.prepare(LogReader.RANGE);
        select.setLong(1, after + 1);
        select.setLong(2, end);
        try (ResultSet found = select.executeQuery()) {
            return page.collect(found, exact);
        }
    }

    private CommitPage tenantScan(PageCollector page, Predicate<Commit> exact) throws SQLException {
        PreparedStatement select = session.prepare(TENANT_SCAN);
        select.setInt(1, tenantId);
        select.setLong(2, sequenceAtOrBefore(after + 1));
        select.setLong(3, end);
        try (ResultSet found = select.executeQuery()) {
            return page.collect(found, exact);
        }
    }

    /**
     * The first sequence of the tenant's last commit that begins at or before a position; found by
     * halving.
     */
    private long sequenceAtOrBefore(long position) throws SQLException {
        long start = 0;
        long low = 0;
        long high = new LogReader(session).tenantHead(tenantId).sequence();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            PreparedStatement select = session.prepare(TENANT_STEP);
            select.setInt(1, tenantId);
            select.setLong(2, middle);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("the tenant's history has no beginning");
                }
                long first = found.getLong(1);
                if (found.getLong(2) <= position) {
                    low = middle;
                    start = first;
                } else {
                    high = first - 1;
                }
            }
        }
        return start;
    }
}
