package jp.tenken.integration.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.eventstore.tck.CommitFixtures;
import org.junit.jupiter.api.Test;

class FeedSliceTest {

    private final CommitFixtures log = new CommitFixtures();

    private Commit commit(int events) {
        return log.commit(
                "t",
                IntStream.range(0, events)
                        .mapToObj(i -> CommitFixtures.event("Happened"))
                        .toArray(StoredEvent[]::new));
    }

    private static List<Long> sequences(FeedSlice slice) {
        return slice.events().stream().map(FeedEvent::sequence).toList();
    }

    @Test
    void whoStoppedInTheMiddleOfACommitGoesOnThere() {
        Commit first = commit(3);
        Commit second = commit(2);

        FeedSlice slice = FeedSlice.of(new CommitPage(List.of(first, second), 5), 2);

        assertThat(sequences(slice)).containsExactly(3L, 4L, 5L);
        assertThat(slice.end()).isEqualTo(5);
        assertThat(slice.position()).isEqualTo(5);
    }

    @Test
    void whatWasErasedIsPassedOverAndCounted() {
        Commit first = commit(1);
        Commit erased = new Commit(commit(4).header(), List.of());
        Commit last = commit(1);

        assertThat(sequences(FeedSlice.of(new CommitPage(List.of(first, erased, last), 6), 0)))
                .containsExactly(1L, 6L);
        FeedSlice onlyErased = FeedSlice.of(new CommitPage(List.of(erased), 5), 1);
        assertThat(onlyErased.events()).isEmpty();
        assertThat(onlyErased.end()).isEqualTo(5);
    }
}
