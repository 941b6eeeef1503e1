package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.Hash;
import jp.tenken.eventstore.format.CommitSeal;

/** What must be true of every log, whatever happened while it was written. */
public final class SoundHistory {

    private final Map<String, CommitHeader> tenants = new HashMap<>();
    private final Map<String, Hash> chains = new HashMap<>();
    private long position;

    private SoundHistory() {}

    /**
     * The whole log, after it was found dense, ordered, linked and sealed.
     *
     * @throws AssertionError when it is not
     */
    public static List<Commit> of(CommitLog log) {
        List<Commit> all = Await.value(log.read(0, Long.MAX_VALUE, Integer.MAX_VALUE)).commits();
        SoundHistory history = new SoundHistory();
        all.forEach(history::follow);
        assertThat(Await.value(log.head())).isEqualTo(history.position);
        return all;
    }

    private void follow(Commit commit) {
        CommitHeader header = commit.header();
        String where = "commit at position " + header.position();
        assertThat(header.position()).as(where).isEqualTo(position + 1);
        assertThat(CommitSeal.intact(commit)).as(where).isTrue();
        CommitHeader before = tenants.put(header.tenant(), header);
        assertThat(header.tenantSequence())
                .as(where)
                .isEqualTo(before == null ? 1 : before.lastTenantSequence() + 1);
        assertThat(header.previous())
                .as(where)
                .isEqualTo(before == null ? Hash.NONE : before.hash());
        assertThat(header.recordedAtMicros())
                .as(where)
                .isGreaterThan(before == null ? Long.MIN_VALUE : before.recordedAtMicros());
        header.previousInChain()
                .forEach(
                        (chain, previous) -> {
                            Hash last = chains.put(header.tenant() + "|" + chain, header.hash());
                            assertThat(previous)
                                    .as(where)
                                    .isEqualTo(last == null ? Hash.NONE : last);
                        });
        position = header.lastPosition();
    }
}
