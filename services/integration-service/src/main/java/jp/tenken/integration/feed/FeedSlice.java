package jp.tenken.integration.feed;

import java.util.ArrayList;
import java.util.List;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitPage;

/**
 * A stretch of a municipality's history as it stands in the log.
 *
 * @param events those behind the place asked for, in order; a tombstone has none
 * @param end sequence of the last event of the stretch, delivered or erased
 * @param position of that event in the log
 */
record FeedSlice(List<FeedEvent> events, long end, long position) {

    /**
     * The events of a page that lie behind a place: a commit is read whole, whoever stopped in its
     * middle goes on there.
     *
     * @param page at least one commit
     */
    static FeedSlice of(CommitPage page, long after) {
        List<FeedEvent> events = new ArrayList<>();
        for (Commit commit : page.commits()) {
            CommitHeader header = commit.header();
            for (int i = 0; i < commit.events().size(); i++) {
                long sequence = header.tenantSequence() + i;
                if (sequence > after) {
                    events.add(
                            FeedEvent.of(
                                    sequence, header.recordedAtMicros(), commit.events().get(i)));
                }
            }
        }
        CommitHeader last = page.commits().getLast().header();
        return new FeedSlice(List.copyOf(events), last.lastTenantSequence(), last.lastPosition());
    }
}
