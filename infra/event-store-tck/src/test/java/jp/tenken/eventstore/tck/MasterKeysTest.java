package jp.tenken.eventstore.tck;

import static jp.tenken.eventstore.tck.Await.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;
import jp.tenken.vault.MasterKey;
import jp.tenken.vault.MasterKeyException;
import jp.tenken.vault.MasterKeys;
import jp.tenken.vault.SealedValue;
import jp.tenken.vault.TextVault;
import jp.tenken.vault.VaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {

    @TempDir Path folder;

    private final InMemoryVault vault = new InMemoryVault();

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void theFirstStartMakesAFileThatOnlyItsOwnerReadsAndTheNextOneReadsIt() throws Exception {
        MasterKey made = value(MasterKeys.inFile(vault, file()));

        assertThat(Files.readString(file()).strip()).isEqualTo(made.text());
        if (Files.getFileStore(file()).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
        assertThat(value(MasterKeys.inFile(vault, file())).text()).isEqualTo(made.text());
        assertThat(value(MasterKeys.given(vault, made.text())).text()).isEqualTo(made.text());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void aLostFileOfAVaultInUseIsNeverMadeAnew() throws Exception {
        value(MasterKeys.inFile(vault, file()));
        Files.delete(file());

        assertThat(Await.failure(() -> MasterKeys.inFile(vault, file())))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining(file().toString());
        assertThat(file()).doesNotExist();
    }

    @Test
    void theKeyOfAnotherVaultIsRefusedAndSoIsWhatIsNoKey() throws Exception {
        value(MasterKeys.inFile(vault, file()));

        assertThat(Await.failure(() -> MasterKeys.given(vault, MasterKey.fresh().text())))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("not the one of this vault");
        Files.writeString(file(), MasterKey.fresh().text());
        assertThat(Await.failure(() -> MasterKeys.inFile(vault, file())))
                .isInstanceOf(MasterKeyException.class);
        assertThat(Await.failure(() -> MasterKeys.given(vault, "a secret that is no key")))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageNotContaining("a secret");
    }

    @Test
    void aChangedMasterKeyReadsWhatTheOlderOneWrapped() {
        MasterKey older = value(MasterKeys.given(vault, MasterKey.fresh().text()));
        SealedValue sealed = value(texts(older).seal("shinjuku", "one"));
        MasterKey changed =
                value(
                        MasterKeys.given(
                                vault, MasterKey.fresh().text() + "\n" + older.text() + "\n"));

        assertThat(value(texts(changed).open("shinjuku", sealed))).contains("one");
        SealedValue later = value(texts(changed).seal("shinjuku", "two"));
        assertThat(Await.failure(() -> texts(older).open("shinjuku", later)))
                .isInstanceOf(VaultException.class);
    }

    private TextVault texts(MasterKey key) {
        return new TextVault(vault, key, UUID::randomUUID, ForkJoinPool.commonPool());
    }

    private Path file() {
        return folder.resolve("master.key");
    }
}
