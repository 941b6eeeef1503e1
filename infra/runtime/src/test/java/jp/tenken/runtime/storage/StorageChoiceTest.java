package jp.tenken.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tenken.edge.SettingsException;
import jp.tenken.eventstore.tck.InMemoryCommitLog;
import jp.tenken.eventstore.tck.InMemoryVault;
import jp.tenken.eventstore.tck.InMemoryViewStore;
import jp.tenken.runtime.Storage;
import jp.tenken.storage.sqlite.DataFolderException;
import jp.tenken.vault.MasterKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageChoiceTest {

    private static final String KEY = MasterKey.fresh().text();
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder = Path.of("");

    private final StorageChoice choice =
            new StorageChoice(List.of(new SqliteEngine(), new SharedEngine()));

    /** Stands for an engine that any number of processes share. */
    private static final class SharedEngine implements StorageEngine {

        @Override
        public String name() {
            return "mongodb";
        }

        @Override
        public boolean shared() {
            return true;
        }

        @Override
        public OpenStorage open(StorageSettings settings, Clock clock) {
            InMemoryCommitLog log = new InMemoryCommitLog();
            return new OpenStorage(
                    new Storage(
                            name(),
                            settings.mongodb().database(),
                            log,
                            new InMemoryViewStore(),
                            new InMemoryVault(),
                            MasterKey.of(String.valueOf(settings.givenKey())),
                            Optional.empty()),
                    log::close);
        }

        @Override
        public void renewEpoch(StorageSettings settings) {
            throw new IllegalStateException("no other process knows this log");
        }
    }

    private StorageSettings settings(String storage, @Nullable String key, @Nullable String uri) {
        return new StorageSettings(
                storage, folder, key, new StorageSettings.Mongodb(uri, "tenken", false));
    }

    @Test
    void theEmbeddedEngineMakesItsKeyItself() {
        try (OpenStorage open = choice.open(settings("sqlite", null, null), true, CLOCK)) {
            assertThat(open.storage().engine()).isEqualTo("sqlite");
            assertThat(open.storage().claims()).isEmpty();
        }
        assertThat(folder.resolve("master.key")).exists();
    }

    @Test
    void theSharedEngineIsOpenedWithServerAndKey() {
        try (OpenStorage open =
                choice.open(settings("mongodb", KEY, "mongodb://one"), false, CLOCK)) {
            assertThat(open.storage().engine()).isEqualTo("mongodb");
            assertThat(open.storage().location()).isEqualTo("tenken");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatDoesNotFitTogetherIsSaidInOneLine() {
        refused(settings("postgres", null, null), "one of mongodb, sqlite");
        refused(settings("mongodb", KEY, null), "set TENKEN_MONGODB_URI");
        refused(settings("mongodb", KEY, " "), "set TENKEN_MONGODB_URI");
        refused(settings("mongodb", null, "mongodb://one"), "set TENKEN_MASTER_KEY");
        refused(settings("sqlite", KEY, "mongodb://one"), "set TENKEN_STORAGE=mongodb");
        assertThat(folder).isEmptyDirectory();
    }

    private void refused(StorageSettings settings, String hint) {
        assertThatThrownBy(() -> choice.open(settings, false, CLOCK))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(hint)
                .message()
                .doesNotContain("\n", KEY, "mongodb://one");
    }

    @Test
    void theLogOfTheChosenEngineGetsAnotherEpoch() {
        StorageSettings settings = settings("sqlite", null, null);
        UUID before = epoch(settings);
        choice.renewEpoch(settings);
        assertThat(epoch(settings)).isNotEqualTo(before);
        assertThatThrownBy(() -> choice.renewEpoch(settings("mongodb", null, "mongodb://one")))
                .hasMessageContaining("set TENKEN_MASTER_KEY");
    }

    private UUID epoch(StorageSettings settings) {
        try (OpenStorage open = choice.open(settings, true, CLOCK)) {
            return open.storage().log().epoch();
        }
    }

    @Test
    void aSecondServiceOnOneFolderIsToldWhichEngineItNeeds() {
        StorageSettings settings = settings("sqlite", null, null);
        try (OpenStorage open = choice.open(settings, false, CLOCK)) {
            assertThat(open.storage().log().epoch()).isNotNull();
            assertThatThrownBy(() -> choice.open(settings, false, CLOCK))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("tenken.storage=mongodb");
            assertThatThrownBy(() -> choice.open(settings, true, CLOCK))
                    .isInstanceOf(DataFolderException.class);
        }
    }

    @Test
    void neitherKeyNorCredentialsAreInTheSettingsAsText() {
        assertThat(settings("mongodb", KEY, "mongodb://user:secret@one").toString())
                .contains("mongodb")
                .doesNotContain(KEY, "secret");
    }
}
