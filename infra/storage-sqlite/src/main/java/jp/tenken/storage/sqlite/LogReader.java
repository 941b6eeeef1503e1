package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.format.CommitCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log file by position, sequence, append id and time. For one thread and one question.
 */
final class LogReader {

    /**
     * Where a range begins: at the commit that holds the first position asked for, or the one
     * before it.
     */
    static final String FROM = "(SELECT max(position) FROM commits WHERE position <= ?)";

    static final String HEAD =
            "SELECT position + events - 1 FROM commits ORDER BY position DESC LIMIT 1";
    static final String RANGE =
            "SELECT position, content FROM commits WHERE position >= "
                    + FROM
                    + " AND position <= ? ORDER BY position";
    static final String TENANT_RANGE =
            """
            SELECT position, content FROM commits WHERE tenant = ? AND tenant_sequence >=
              coalesce((SELECT max(tenant_sequence) FROM commits WHERE tenant = ? AND tenant_sequence <= ?), 0)
            ORDER BY tenant_sequence""";
    static final String BY_APPEND = "SELECT position, content FROM commits WHERE append_id = ?";
    static final String TENANT_END =
            "SELECT position, content FROM commits WHERE tenant = ? ORDER BY tenant_sequence DESC LIMIT 1";
    static final String BY_KEY_LATEST_FIRST =
            """
            SELECT c.position, c.content FROM commit_keys k CROSS JOIN commits c ON c.position = k.position
            WHERE k.key = ? ORDER BY k.position DESC""";
    static final String BEFORE =
            """
            SELECT position + events - 1 FROM commits WHERE recorded_at < ?
            ORDER BY recorded_at DESC, position DESC LIMIT 1""";
    static final String TENANT_AT =
            """
            SELECT tenant_sequence, events, recorded_at FROM commits
            WHERE tenant = ? AND tenant_sequence <= ? ORDER BY tenant_sequence DESC LIMIT 1""";

    private final Session session;

    LogReader(Session session) {
        this.session = session;
    }

    /** Position of the last event; 0 when there is none. */
    long head() throws SQLException {
        return session.number(HEAD, 0);
    }

    /** The commits that overlap {@code (after, end]}; the end is not beyond the head. */
    CommitPage range(long after, long end, int maxEvents) throws SQLException {
        PreparedStatement select = session.prepare(RANGE);
        select.setLong(1, after + 1);
        select.setLong(2, end);
        PageCollector page = new PageCollector(after, end, maxEvents);
        try (ResultSet found = select.executeQuery()) {
            return page.collect(found, commit -> true);
        }
    }

    CommitPage tenant(int tenant, long afterSequence, int maxEvents) throws SQLException {
        PreparedStatement select = session.prepare(TENANT_RANGE);
        select.setInt(1, tenant);
        select.setInt(2, tenant);
        select.setLong(3, afterSequence + 1);
        PageCollector page = new PageCollector(0, Long.MAX_VALUE, maxEvents);
        try (ResultSet found = select.executeQuery()) {
            CommitPage commits =
                    page.collect(
                            found, commit -> commit.header().lastTenantSequence() > afterSequence);
            return new CommitPage(
                    commits.commits(),
                    commits.commits().isEmpty()
                            ? afterSequence
                            : commits.commits().getLast().header().lastTenantSequence());
        }
    }

    Optional<Commit> append(UUID appendId) throws SQLException {
        PreparedStatement select = session.prepare(BY_APPEND);
        select.setBytes(1, UuidBytes.encode(appendId));
        return Optional.ofNullable(first(select));
    }

    TenantHead tenantHead(int tenant) throws SQLException {
        PreparedStatement select = session.prepare(TENANT_END);
        select.setInt(1, tenant);
        Commit last = first(select);
        if (last == null) {
            return TenantHead.EMPTY;
        }
        CommitHeader header = last.header();
        return new TenantHead(
                header.lastTenantSequence(),
                header.lastPosition(),
                header.recordedAtMicros(),
                header.hash());
    }

    Map<String, Hash> chainHeads(String tenant, Set<String> chains) throws SQLException {
        LogKeys keys = new LogKeys();
        Map<String, Hash> heads = new HashMap<>();
        for (String chain : chains) {
            Hash head = chainHead(tenant, chain, keys.chain(tenant, chain));
            if (head != null) {
                heads.put(chain, head);
            }
        }
        return heads;
    }

    private @Nullable Hash chainHead(String tenant, String chain, long key) throws SQLException {
        PreparedStatement select = session.prepare(BY_KEY_LATEST_FIRST);
        select.setLong(1, key);
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                CommitHeader header = commit(found).header();
                if (header.tenant().equals(tenant) && header.previousInChain().containsKey(chain)) {
                    return header.hash();
                }
            }
            return null;
        }
    }

    /** Position of the last event recorded before a time in microseconds. */
    long positionBefore(long micros) throws SQLException {
        PreparedStatement select = session.prepare(BEFORE);
        select.setLong(1, micros);
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    /**
     * Sequence of the tenant's last event recorded at or before a time in microseconds. Times rise
     * strictly within a tenant, so halving the sequence finds it and no index on the time is
     * needed.
     */
    long sequenceAt(int tenant, long micros) throws SQLException {
        long low = 0;
        long high = tenantHead(tenant).sequence();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            PreparedStatement select = session.prepare(TENANT_AT);
            select.setInt(1, tenant);
            select.setLong(2, middle);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    throw new SQLException("the tenant's history has no beginning");
                }
                long first = found.getLong(1);
                if (found.getLong(3) <= micros) {
                    low = Math.max(middle, first + found.getInt(2) - 1);
                } else {
                    high = first - 1;
                }
            }
        }
        return low;
    }

    private static @Nullable Commit first(PreparedStatement select) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? commit(found) : null;
        }
    }

    /** The commit in the first two columns. */
    static Commit commit(ResultSet found) throws SQLException {
        return CommitCodec.decode(found.getLong(1), found.getBytes(2));
    }
}
