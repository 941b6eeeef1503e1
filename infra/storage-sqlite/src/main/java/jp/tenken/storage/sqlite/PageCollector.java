package jp.tenken.storage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.format.CommitCodec;

/** Makes a page of what a query finds, and stops when the page is full. For one page. */
final class PageCollector {

    /**
     * A page stops behind this many bytes whatever was asked for, so that large commits cannot fill
     * the memory.
     */
    static final long MAX_BYTES = 32L << 20;

    private final long after;
    private final long end;
    private final int maxEvents;
    private final List<Commit> commits = new ArrayList<>();
    private long events;
    private long bytes;

    /**
     * @param after exclusive position
     * @param end up to where the query searches; what the page says when the query is exhausted
     */
    PageCollector(long after, long end, int maxEvents) {
        this.after = after;
        this.end = end;
        this.maxEvents = maxEvents;
    }

    /**
     * Goes through rows of position and content.
     *
     * @param wanted checks what an index can only suggest
     */
    CommitPage collect(ResultSet found, Predicate<Commit> wanted) throws SQLException {
        long last = 0;
        while (found.next()) {
            if (events >= maxEvents || bytes >= MAX_BYTES) {
                return new CommitPage(commits, commits.getLast().header().lastPosition());
            }
            long position = found.getLong(1);
            if (position <= last) {
                throw new SQLException(
                        "commit at position " + position + " came behind the one at " + last);
            }
            last = position;
            byte[] content = found.getBytes(2);
            Commit commit = CommitCodec.decode(position, content);
            if (commit.header().lastPosition() > after && wanted.test(commit)) {
                commits.add(commit);
                events += commit.header().eventCount();
                bytes += content.length;
            }
        }
        return new CommitPage(commits, end);
    }
}
