package jp.tenken.storage.sqlite;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.storage.sqlite.DataFolderException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest {

    @TempDir Path directory;

    @Test
    void itTellsWhereTheDataIsHowLargeAndHowManyEvents() throws Exception {
        CommitFixtures commits = new CommitFixtures();
        try (SqliteStorage storage = open()) {
            storage.log()
                    .tryAppend(0, List.of(commits.commit("t", event("A"), event("B"))))
                    .get(30, TimeUnit.SECONDS);
            StorageFacts facts = storage.facts().get(30, TimeUnit.SECONDS);
            assertThat(facts.folder()).isEqualTo(directory.toRealPath());
            assertThat(facts.events()).isEqualTo(2);
            assertThat(facts.logBytes()).isPositive();
            assertThat(facts.vaultBytes()).isPositive();
            assertThat(facts.viewsBytes()).isPositive();
        }
    }

    @Test
    void theLogHasOneWriterAndTheEpochOfTheFolder() {
        UUID epoch;
        try (SqliteStorage storage = open()) {
            assertThat(storage.log().exclusive()).isTrue();
            epoch = storage.log().epoch();
        }
        try (SqliteStorage storage = open()) {
            assertThat(storage.log().epoch()).isEqualTo(epoch);
        }
    }

    @Test
    void aLogOfAnotherFolderIsNotTakenForThisOnes() throws SQLException {
        open().close();
        Sql.execute(
                directory.resolve("log.db"),
                "UPDATE log SET epoch = x'000102030405060708090a0b0c0d0e0f'");
        assertDamaged("belongs to another data folder");
    }

    @Test
    void aLogWhoseEndCannotBeReadIsDamaged() throws Exception {
        try (SqliteStorage storage = open()) {
            storage.log()
                    .tryAppend(0, List.of(new CommitFixtures().commit("t", event("A"))))
                    .get(30, TimeUnit.SECONDS);
        }
        Sql.execute(directory.resolve("log.db"), "UPDATE commits SET content = x'01'");
        assertDamaged("cannot be read at its end");
    }

    @Test
    void closingTwiceIsHarmlessAndAfterARefusalTheFolderIsFree() throws SQLException {
        SqliteStorage storage = open();
        storage.close();
        storage.close();
        Sql.execute(directory.resolve("vault.db"), "PRAGMA user_version=9");
        assertThat(refusal().kind()).isEqualTo(Kind.NEWER_FORMAT);
        Sql.execute(directory.resolve("vault.db"), "PRAGMA user_version=1");
        open().close();
    }

    private void assertDamaged(String how) {
        DataFolderException refusal = refusal();
        assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED);
        assertThat(refusal)
                .hasMessageContaining("log.db")
                .hasMessageContaining(how)
                .hasMessageContaining("backup");
    }

    private DataFolderException refusal() {
        try {
            open().close();
        } catch (DataFolderException refusal) {
            return refusal;
        }
        throw new AssertionError("the folder was opened");
    }

    private SqliteStorage open() {
        return SqliteStorage.open(directory, Clock.systemUTC());
    }
}
