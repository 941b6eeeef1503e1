package jp.tenken.eventstore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitHeader;
import jp.tenken.eventstore.CommitLog;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An opened, empty log and the words in which the commit log suites speak. */
abstract class CommitLogStage {

    static final String NORTH = "tenant-north";
    static final String SOUTH = "tenant-south";
    static final int PLENTY = 1_000_000;

    @TempDir Path directory;

    final CommitFixtures commits = new CommitFixtures();
    CommitLog log = new InMemoryCommitLog();

    /**
     * Opens the engine's log that lives under a directory, and makes an empty one where there is
     * none. Called again with the same directory after a close: everything must still be there. An
     * engine that keeps its logs elsewhere derives a name from the directory.
     */
    protected abstract CommitLog open(Path directory) throws Exception;

    /**
     * Whether a thread of this name belongs to a driver, so that no future may complete on it. An
     * engine whose driver names its threads otherwise overrides this.
     */
    protected boolean isDriverThread(String threadName) {
        return threadName.matches("(?i).*(nio|epoll|event-?loop|netty|mongodb|async-channel).*");
    }

    @BeforeEach
    protected void openAnEmptyLog() throws Exception {
        log = open(directory.resolve("log"));
    }

    @AfterEach
    protected void closeTheLog() {
        log.close();
    }

    final void reopen() throws Exception {
        log.close();
        log = open(directory.resolve("log"));
    }

    /** Appends a batch behind what was appended before. */
    final void append(List<Commit> batch) {
        long expectedHead = batch.getFirst().header().position() - 1;
        assertThat(Await.value(log.tryAppend(expectedHead, batch)))
                .isEqualTo(new AppendOutcome.Appended());
    }

    final void append(Commit... batch) {
        append(List.of(batch));
    }

    /** Makes and appends commits of two tenants, some of one event, some of many. */
    final void appendAMixture(int count, Random random) {
        for (int i = 0; i < count; i++) {
            append(commits.commit(random.nextBoolean() ? NORTH : SOUTH, someEvents(random, 9)));
        }
    }

    static StoredEvent[] someEvents(Random random, int atMost) {
        StoredEvent[] events = new StoredEvent[1 + random.nextInt(atMost)];
        for (int i = 0; i < events.length; i++) {
            events[i] =
                    CommitFixtures.event(
                            "Type" + random.nextInt(4),
                            CommitFixtures.tag("item", "i" + random.nextInt(5)),
                            CommitFixtures.tag(CommitFixtures.CHAIN, "c" + random.nextInt(3)));
        }
        return events;
    }

    final List<Commit> everything() {
        return pages(0, Long.MAX_VALUE, after -> log.read(after, Long.MAX_VALUE, PLENTY));
    }

    /**
     * Reads page by page up to the asked end or the head, and checks each page's form on the way.
     */
    final List<Commit> pages(
            long after, long upTo, LongFunction<CompletableFuture<CommitPage>> reader) {
        long end = Math.min(upTo, Await.value(log.head()));
        List<Commit> found = new ArrayList<>();
        long at = after;
        while (at < end) {
            CommitPage page = Await.value(reader.apply(at));
            for (Commit commit : page.commits()) {
                CommitHeader header = commit.header();
                assertThat(overlaps(commit, at, upTo))
                        .as("commit at %d for (%d, %d]", header.position(), at, upTo)
                        .isTrue();
                assertThat(header.position())
                        .as("ascending, none twice")
                        .isGreaterThan(found.isEmpty() ? 0 : found.getLast().header().position());
                found.add(commit);
            }
            assertThat(page.scannedTo()).as("a page makes progress").isGreaterThan(at);
            assertThat(page.scannedTo())
                    .as("a page ends at the asked end or the head at the latest")
                    .isLessThanOrEqualTo(
                            found.isEmpty()
                                    ? end
                                    : Math.max(end, found.getLast().header().lastPosition()));
            at = page.scannedTo();
        }
        return found;
    }

    static boolean overlaps(Commit commit, long after, long upTo) {
        return commit.header().lastPosition() > after && commit.header().position() <= upTo;
    }
}
