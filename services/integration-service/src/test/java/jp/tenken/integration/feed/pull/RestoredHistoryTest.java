package jp.tenken.integration.feed.pull;

import static jp.tenken.integration.Deliveries.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.integration.Deliveries;
import jp.tenken.integration.Deliveries.Reply;
import org.junit.jupiter.api.Test;

/** Who followed a history that a restore has replaced learns of it, and begins again. */
class RestoredHistoryTest {

    private static final String CURSOR = "Tenken-Next-Cursor";

    private final InMemoryCommitLog log = new InMemoryCommitLog();

    @Test
    void aCursorOfAnotherLogIsGoneWhetherOneWaitsOrNot() {
        String cursor;
        try (Deliveries before = new Deliveries(new InMemoryCommitLog())) {
            before.commit(SHINJUKU, before.established("0101"));
            cursor = before.pull(SHINJUKU).header(CURSOR);
        }
        try (Deliveries after = new Deliveries(log)) {
            after.commit(SHINJUKU, after.established("0101"));
            for (String wait : List.of("0", "30")) {
                requireGone(after.pull(SHINJUKU, "after", cursor, "wait", wait));
            }
        }
    }

    @Test
    void whoBeginsAgainGetsTheWholeHistoryAndGoesOn() {
        try (Deliveries after = new Deliveries(log)) {
            after.commit(SHINJUKU, after.established("0101"));
            Reply all = after.pull(SHINJUKU);
            assertThat(all.sequences()).containsExactly(1L);
            after.commit(SHINJUKU, after.established("0102"));
            assertThat(after.pull(SHINJUKU, "after", all.header(CURSOR)).sequences())
                    .containsExactly(2L);
        }
    }

    /** Somebody restored a backup and forgot to say so: what can be noticed is. */
    @Test
    void aCursorBehindTheEndOfAHistoryIsGoneAlsoWhenTheLogStillHasItsOldName() {
        InMemoryCommitLog backup;
        String cursor;
        try (Deliveries before = new Deliveries(log)) {
            before.commit(SHINJUKU, before.established("0101"));
            backup = log.copied();
            before.commit(SHINJUKU, before.established("0102"));
            cursor = before.pull(SHINJUKU).header(CURSOR);
        }
        try (Deliveries after = new Deliveries(backup)) {
            requireGone(after.pull(SHINJUKU, "after", cursor));
        }
    }

    private static void requireGone(Reply reply) {
        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.code()).isEqualTo("cursor-expired");
        assertThat(reply.text()).contains("バックアップ");
    }
}
