package jp.tenken.storage.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.tenken.eventstore.Criteria;
import jp.tenken.eventstore.Criterion;
import jp.tenken.eventstore.EventTag;
import org.jspecify.annotations.Nullable;

/**
 * Chooses along which keys a search goes: for every criterion the rarest, because what lies under a
 * key must be read, and a tag that a whole municipality shares lies on everything. For one thread
 * and one question.
 */
final class KeyWalks {

    /**
     * One walk along a key.
     *
     * @param required sets of keys; a commit is passed by unless it has one of each
     */
    record Walk(long key, List<Set<Long>> required) {}

    /**
     * Beyond this many keys to walk along, a scan is no worse, and SQLite would refuse the
     * statement at 500.
     */
    private static final int MOST_WALKS = 200;

    /** What has fewer commits than this is walked along without looking further. */
    private static final int RARE = 256;

    private static final int COUNT_LIMIT = 16_384;

    static final String COUNT =
            "SELECT count(*) FROM (SELECT 1 FROM commit_keys WHERE key = ? AND position > ? AND position <= ? LIMIT ?)";

    private final Session session;
    private final LogKeys keys = new LogKeys();
    private final @Nullable String tenant;
    private final long after;
    private final long end;

    KeyWalks(Session session, @Nullable String tenant, long after, long end) {
        this.session = session;
        this.tenant = tenant;
        this.after = after;
        this.end = end;
    }

    /** The walks that together come upon every match; null when only a scan does. */
    @Nullable List<Walk> along(Criteria criteria) throws SQLException {
        Set<Walk> walks = new LinkedHashSet<>();
        for (Criterion criterion : criteria.anyOf()) {
            List<Set<Long>> alternatives = keySets(criterion);
            if (alternatives.isEmpty()) {
                return null;
            }
            choose(alternatives, walks);
        }
        return walks.size() > MOST_WALKS ? null : List.copyOf(walks);
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

    /**
     * Few commits are read and checked at once. Where there are many under every key, they are
     * first looked up under the other keys, which is cheaper than reading those that do not match.
     */
    private void choose(List<Set<Long>> sets, Set<Walk> walks) throws SQLException {
        Set<Long> rarest = sets.getFirst();
        List<Set<Long>> required = new ArrayList<>(sets);
        if (end - after <= RARE) {
            required.clear();
        } else if (sets.size() > 1) {
            long fewest = Long.MAX_VALUE;
            for (Set<Long> set : sets) {
                long count = count(set, Math.min(fewest, COUNT_LIMIT));
                if (count < fewest) {
                    fewest = count;
                    rarest = set;
                }
                if (fewest < RARE) {
                    required.clear();
                    break;
                }
            }
        }
        required.remove(rarest);
        for (long key : rarest) {
            walks.add(new Walk(key, List.copyOf(required)));
        }
    }

    private long count(Set<Long> set, long limit) throws SQLException {
        long total = 0;
        PreparedStatement count = session.prepare(COUNT);
        for (long key : set) {
            count.setLong(1, key);
            count.setLong(2, after);
            count.setLong(3, end);
            count.setLong(4, limit - total);
            try (ResultSet found = count.executeQuery()) {
                total += found.next() ? found.getLong(1) : 0;
            }
            if (total >= limit) {
                break;
            }
        }
        return total;
    }
}
