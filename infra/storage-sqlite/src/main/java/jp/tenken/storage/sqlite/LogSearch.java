package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import org.jspecify.annotations.Nullable;

/**
 * Finds commits by criteria. For every criterion it walks along the rarest of the criterion's keys,
 * looks the others up in the index and checks what remains exactly. A criterion without a key to
 * walk along makes it a scan: of the tenant's commits, or of all.
 *
 * <p>For one thread and one question.
 */
final class LogSearch {

    /**
     * Beyond this many keys to walk along, a scan is no worse, and SQLite would refuse the
     * statement at 500.
     */
    private static final int MOST_BRANCHES = 200;

    /** A key with fewer commits than this is walked along without looking at the next. */
    private static final int RARE = 256;

    private static final int COUNT_LIMIT = 16_384;

    private static final String COUNT =
            "SELECT count(*) FROM (SELECT 1 FROM commit_keys WHERE key = ? AND position > ? AND position <= ? LIMIT "
                    + COUNT_LIMIT
                    + ")";
    private static final String TENANT_SCAN =
            """
            SELECT position, content FROM commits WHERE tenant = ? AND tenant_sequence >= ? AND position <= ?
            ORDER BY tenant_sequence""";
    private static final String TENANT_STEP =
            """
            SELECT tenant_sequence, position FROM commits
            WHERE tenant = ? AND tenant_sequence <= ? ORDER BY tenant_sequence DESC LIMIT 1""";

    private final Session session;
    private final LogKeys keys = new LogKeys();
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

    /** One walk along a key, past those commits that lack any of the other sets of keys. */
    private record Branch(long key, List<Set<Long>> required) {}

    CommitPage page(int maxEvents) throws SQLException {
        PageCollector page = new PageCollector(after, end, maxEvents);
        Predicate<Commit> exact =
                commit ->
                        (tenant == null || commit.header().tenant().equals(tenant))
                                && criteria.matchesAny(commit);
        List<Branch> branches = branches();
        if (branches == null) {
            return tenant == null ? scan(page, exact) : tenantScan(page, exact);
        }
        PreparedStatement select = session.prepare(sql(branches));
        bind(select, branches);
        try (ResultSet found = select.executeQuery()) {
            return page.collect(found, exact);
        }
    }

    private @Nullable List<Branch> branches() throws SQLException {
        Set<Branch> branches = new LinkedHashSet<>();
        for (Criterion criterion : criteria.anyOf()) {
            List<Set<Long>> alternatives = keySets(criterion);
            if (alternatives.isEmpty()) {
                return null;
            }
            Set<Long> walked = rarest(alternatives);
            List<Set<Long>> required =
                    alternatives.stream().filter(set -> !set.equals(walked)).toList();
            walked.forEach(key -> branches.add(new Branch(key, required)));
        }
        return branches.size() > MOST_BRANCHES ? null : List.copyOf(branches);
    }

    /**
     * Sets of keys of each of which a matching commit has one: a set for each tag, and one for the
     * types.
     */
    private List<Set<Long>> keySets(Criterion criterion) {
        List<Set<Long>> sets = new ArrayList<>();
        if (tenant != null) {
            for (EventTag tag : criterion.tags()) {
                sets.add(Set.of(keys.tag(tenant, tag)));
            }
        }
        if (!criterion.types().isEmpty()) {
            Set<Long> types = new LinkedHashSet<>();
            criterion.types().forEach(type -> types.add(keys.type(type)));
            sets.add(types);
        }
        return sets;
    }

    private Set<Long> rarest(List<Set<Long>> sets) throws SQLException {
        Set<Long> rarest = sets.getFirst();
        if (sets.size() == 1) {
            return rarest;
        }
        long fewest = Long.MAX_VALUE;
        for (Set<Long> set : sets) {
            long count = 0;
            for (long key : set) {
                count += count(key);
            }
            if (count < fewest) {
                fewest = count;
                rarest = set;
            }
            if (fewest < RARE) {
                break;
            }
        }
        return rarest;
    }

    private long count(long key) throws SQLException {
        PreparedStatement count = session.prepare(COUNT);
        count.setLong(1, key);
        count.setLong(2, after);
        count.setLong(3, end);
        try (ResultSet found = count.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    private String sql(List<Branch> branches) {
        if (branches.size() == 1) {
            return "SELECT c.position, c.content FROM commit_keys k CROSS JOIN commits c ON c.position = k.position"
                    + " WHERE "
                    + condition(branches.getFirst())
                    + tenantCondition()
                    + " ORDER BY k.position";
        }
        StringBuilder union = new StringBuilder("SELECT c.position, c.content FROM (");
        for (int i = 0; i < branches.size(); i++) {
            union.append(i == 0 ? "" : " UNION ")
                    .append("SELECT k.position AS position FROM commit_keys k WHERE ")
                    .append(condition(branches.get(i)));
        }
        return union.append(
                        " ORDER BY 1) u CROSS JOIN commits c ON c.position = u.position WHERE true")
                .append(tenantCondition())
                .toString();
    }

    private static String condition(Branch branch) {
        StringBuilder sql =
                new StringBuilder(
                        "k.key = ? AND k.position >= " + LogReader.FROM + " AND k.position <= ?");
        for (Set<Long> set : branch.required()) {
            sql.append(
                            " AND EXISTS (SELECT 1 FROM commit_keys r WHERE r.position = k.position AND r.key IN (?")
                    .append(", ?".repeat(set.size() - 1))
                    .append("))");
        }
        return sql.toString();
    }

    private String tenantCondition() {
        return tenant == null ? "" : " AND c.tenant = ?";
    }

    private void bind(PreparedStatement select, List<Branch> branches) throws SQLException {
        int at = 1;
        for (Branch branch : branches) {
            select.setLong(at++, branch.key());
            select.setLong(at++, after + 1);
            select.setLong(at++, end);
            for (Set<Long> set : branch.required()) {
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
