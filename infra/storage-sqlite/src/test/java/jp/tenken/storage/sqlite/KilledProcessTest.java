package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitPage;
import jp.tenken.eventstore.format.CommitSeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives a process that ends without warning, again and again. */
class KilledProcessTest {

    private static final int ROUNDS = 4;

    @TempDir Path directory;

    @Test
    void everyAcknowledgedCommitIsThereOnceAndInOrder() throws Exception {
        long acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged = appendAndKill(20 + 30 * round);
            try (SqliteStorage storage = SqliteStorage.open(directory, Clock.systemUTC())) {
                assertThat(storage.notices()).isEmpty();
                long head = storage.log().head().get(30, TimeUnit.SECONDS);
                assertThat(head).as("round %d", round).isGreaterThanOrEqualTo(acknowledged);
                CommitPage all =
                        storage.log().read(0, head, Integer.MAX_VALUE).get(30, TimeUnit.SECONDS);
                long expected = 1;
                for (Commit commit : all.commits()) {
                    assertThat(commit.header().position()).isEqualTo(expected);
                    assertThat(commit.header().tenantSequence()).isEqualTo(expected);
                    assertThat(CommitSeal.intact(commit)).isTrue();
                    expected = commit.header().lastPosition() + 1;
                }
                assertThat(expected).isEqualTo(head + 1);
            }
        }
    }

    /**
     * Kills a writing process as soon as it has acknowledged so many commits; the last position it
     * acknowledged.
     */
    private long appendAndKill(int commits) throws Exception {
        Process writer = OtherProcess.start("append", directory);
        try (BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo("OPEN");
            long last = 0;
            for (int i = 0; i < commits; i++) {
                last = Long.parseLong(String.valueOf(output.readLine()));
            }
            // By its handle, because the process itself would close the output that is still to be
            // read.
            assertThat(writer.toHandle().destroyForcibly()).isTrue();
            for (String more = output.readLine();
                    more != null && !more.isEmpty();
                    more = output.readLine()) {
                last = Math.max(last, Long.parseLong(more));
            }
            return last;
        } finally {
            writer.destroyForcibly();
            assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
