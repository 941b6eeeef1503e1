package jp.tenken.storage.sqlite;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.storage.sqlite.DataFolderException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that was restored gets a log of another name with the same content. */
class EpochRenewalTest {

    @TempDir Path directory;

    @Test
    void theLogIsAnotherOneWithTheSameCommitsAndStaysThat() {
        Commit commit = new CommitFixtures().commit("t", event("A"));
        UUID before;
        try (SqliteStorage storage = open()) {
            before = storage.log().epoch();
            Await.value(storage.log().tryAppend(0, List.of(commit)));
        }
        UUID renewed = SqliteStorage.renewEpoch(directory);
        assertThat(renewed).isNotEqualTo(before);
        for (int start = 0; start < 2; start++) {
            try (SqliteStorage storage = open()) {
                assertThat(storage.log().epoch()).isEqualTo(renewed);
                assertThat(Await.value(storage.log().read(0, 1, 1)).commits())
                        .containsExactly(commit);
            }
        }
    }

    @Test
    void whatWasBrokenOffBetweenItsTwoPlacesIsMendedByDoingItAgain() throws Exception {
        open().close();
        FormatFile.write(directory, UUID.randomUUID());
        assertThat(catchThrowableOfType(DataFolderException.class, () -> open().close()).kind())
                .isEqualTo(Kind.DAMAGED);
        UUID renewed = SqliteStorage.renewEpoch(directory);
        try (SqliteStorage storage = open()) {
            assertThat(storage.log().epoch()).isEqualTo(renewed);
        }
    }

    @Test
    void aFolderThatIsInUseKeepsItsEpoch() {
        try (SqliteStorage storage = open()) {
            assertThat(refusal(directory).kind()).isEqualTo(Kind.LOCKED);
            assertThat(storage.log().epoch()).isEqualTo(FormatFile.read(directory));
        }
    }

    @Test
    void whereNothingWasRestoredNothingIsMade() throws Exception {
        Path nowhere = directory.resolve("nowhere");
        assertThat(refusal(nowhere)).hasMessageContaining("is not a data folder");
        assertThat(nowhere).doesNotExist();

        open().close();
        Files.delete(directory.resolve("log.db"));
        assertThat(refusal(directory)).hasMessageContaining("log.db is missing");
    }

    private SqliteStorage open() {
        return SqliteStorage.open(directory, Clock.systemUTC());
    }

    private static DataFolderException refusal(Path folder) {
        return catchThrowableOfType(
                DataFolderException.class, () -> SqliteStorage.renewEpoch(folder));
    }
}
