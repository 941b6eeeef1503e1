package jp.tenken.storage.sqlite;

import static jp.tenken.eventstore.tck.CommitFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.tenken.eventstore.AppendOutcome;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.tck.CommitFixtures;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewSchema;
import jp.tenken.projections.ViewStoreException;
import jp.tenken.storage.sqlite.DatabaseFile.Role;
import jp.tenken.vault.VaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that may not grow stands for a full disk: SQLite reports both the same way. */
class FullDiskTest {

    private static final UUID EPOCH = new UUID(7, 7);
    private static final String NO_GROWTH = "PRAGMA max_page_count=1";
    private static final String GROWTH = "PRAGMA max_page_count=1000000";

    @TempDir Path directory;

    private final CommitFixtures commits = new CommitFixtures();

    @Test
    void anAppendThatFindsNoSpaceIsCertainlyNotWrittenAndTheLogGoesOnWhenThereIsSpaceAgain()
            throws Exception {
        try (SqliteCommitLog log =
                SqliteCommitLog.open(new DatabaseFile(directory, Role.LOG), EPOCH)) {
            Commit before = commits.commit("t", event("Before"));
            assertThat(value(log.tryAppend(0, List.of(before))))
                    .isEqualTo(new AppendOutcome.Appended());
            Commit small = commits.commit("newcomer", event("Small"));
            Commit large = commits.commit("t", event("Large", new byte[1 << 20]));

            value(log.onWriter(session -> session.number(NO_GROWTH, 0)));
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(() -> value(log.tryAppend(1, List.of(small, large))))
                        .cause()
                        .isInstanceOf(CommitLogException.class)
                        .hasMessageContaining("log.db")
                        .hasMessageContaining("the disk is full and nothing was written");
                assertThat(value(log.head())).isEqualTo(1);
                assertThat(value(log.read(0, 10, 10)).commits()).containsExactly(before);
                assertThat(value(log.findAppend(small.header().appendId()))).isEmpty();
                assertThat(value(log.tenantHead("newcomer")).sequence()).isZero();
            }

            value(log.onWriter(session -> session.number(GROWTH, 0)));
            assertThat(value(log.tryAppend(1, List.of(small, large))))
                    .isEqualTo(new AppendOutcome.Appended());
            assertThat(value(log.read(0, 10, 10)).commits()).containsExactly(before, small, large);
            assertThat(value(log.tenantHead("newcomer")).sequence()).isEqualTo(1);
        }
        try (SqliteCommitLog log =
                SqliteCommitLog.open(new DatabaseFile(directory, Role.LOG), EPOCH)) {
            assertThat(value(log.read(0, 10, 10)).commits()).isEqualTo(commits.made());
        }
    }

    @Test
    void aVaultWithoutSpaceSaysSoAndKeepsWhatItHas() throws Exception {
        try (SqliteVault vault = SqliteVault.open(new DatabaseFile(directory, Role.VAULT))) {
            value(vault.putIfAbsent("key", "a", new byte[] {1}));
            value(vault.workers().submit(session -> session.number(NO_GROWTH, 0)));
            assertThatThrownBy(() -> value(vault.putIfAbsent("key", "b", new byte[60_000])))
                    .cause()
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("the disk is full");
            assertThat(value(vault.ids("key"))).containsExactly("a");
            value(vault.workers().submit(session -> session.number(GROWTH, 0)));
            value(vault.putIfAbsent("key", "b", new byte[60_000]));
            assertThat(value(vault.ids("key"))).containsExactly("a", "b");
        }
    }

    @Test
    void viewsWithoutSpaceKeepTheirProgressAndGoOnLater() throws Exception {
        ViewName view = new ViewName("things", 1);
        Row row =
                new Row(
                        new RowKey("t", "k"),
                        1,
                        Row.OPEN,
                        "",
                        "",
                        java.util.Map.of(),
                        new byte[1 << 20]);
        try (SqliteViewStore store =
                SqliteViewStore.open(new DatabaseFile(directory, Role.VIEWS))) {
            value(store.create(new ViewSchema(view, List.of())));
            value(store.onWriter(session -> session.number(NO_GROWTH, 0)));
            assertThatThrownBy(() -> value(store.write(view, 0, 5, EPOCH, List.of(row))))
                    .cause()
                    .isInstanceOf(ViewStoreException.class)
                    .hasMessageContaining("views.db");
            assertThat(value(store.progress(view)).position()).isZero();
            value(store.onWriter(session -> session.number(GROWTH, 0)));
            assertThat(value(store.write(view, 0, 5, EPOCH, List.of(row)))).isTrue();
            assertThat(value(store.find(view, row.key(), Row.OPEN))).isPresent();
        }
    }

    private static <T> T value(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }
}
