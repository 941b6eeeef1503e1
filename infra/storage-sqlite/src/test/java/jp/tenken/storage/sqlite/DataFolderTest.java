package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewName;
import jp.tenken.projections.ViewSchema;
import jp.tenken.storage.sqlite.DataFolderException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private static final ViewName VIEW = new ViewName("things", 1);

    @TempDir Path directory;

    @Test
    void aNewFolderIsMadeWithAllThatBelongsInIt() {
        Path folder = directory.resolve("a/b/データ 100% ?#");
        try (SqliteStorage storage = open(folder)) {
            assertThat(storage.notices()).isEmpty();
        }
        assertThat(folder.resolve("format")).isRegularFile();
        assertThat(folder.resolve("vault.db")).isRegularFile();
        assertThat(folder.resolve("views.db")).isRegularFile();
        assertThat(folder.resolve("log.db")).isRegularFile();
        assertThat(folder.resolve("creating")).doesNotExist();
    }

    @Test
    void theEpochIsMadeOnceAndStays() {
        UUID epoch = UUID.fromString("3f0c6f0e-8e3c-4c55-9f1e-0a4c6f0f1b11");
        SqliteStorage.open(directory, Clock.systemUTC(), () -> epoch).close();
        try (DataFolder folder = DataFolder.open(directory, UUID::randomUUID)) {
            assertThat(folder.epoch()).isEqualTo(epoch);
        }
        assertThat(directory.resolve("format"))
                .hasContent("tenken-data-folder 1\nepoch 3f0c6f0e-8e3c-4c55-9f1e-0a4c6f0f1b11\n");
    }

    @Test
    void aSecondOwnerInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() throws Exception {
        try (SqliteStorage first = open(directory)) {
            for (int attempt = 0; attempt < 3; attempt++) {
                DataFolderException refusal = refusal();
                assertThat(refusal.kind()).isEqualTo(Kind.LOCKED);
                assertThat(refusal).hasMessageContaining("in use by this process");
            }
            assertThat(otherProcess("open", directory)).startsWith("LOCKED");
            assertThat(first.notices()).isEmpty();
        }
        open(directory).close();
    }

    @Test
    void aSecondProcessIsRefusedUntilTheFirstHasEndedHoweverItEnds() throws Exception {
        Process owner = OtherProcess.start("hold", directory);
        try {
            assertThat(OtherProcess.line(owner)).isEqualTo("OPEN");
            DataFolderException refusal = refusal();
            assertThat(refusal.kind()).isEqualTo(Kind.LOCKED);
            assertThat(refusal)
                    .hasMessageContaining(directory.toRealPath().toString())
                    .hasMessageContaining("another process (number " + owner.pid() + ")")
                    .hasMessageContaining("stop that first");
        } finally {
            assertThat(owner.destroyForcibly().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        open(directory).close();
    }

    @Test
    void aNewerFormatIsLeftAlone() throws IOException {
        open(directory).close();
        Files.writeString(directory.resolve("format"), "tenken-data-folder 2\nsomething new\n");
        DataFolderException refusal = refusal();
        assertThat(refusal.kind()).isEqualTo(Kind.NEWER_FORMAT);
        assertThat(refusal).hasMessageContaining("format 2").hasMessageContaining("newer version");
    }

    @Test
    void aNewerLayoutOfADatabaseIsLeftAlone() throws Exception {
        open(directory).close();
        Sql.execute(directory.resolve("vault.db"), "PRAGMA user_version=2");
        assertThat(refusal().kind()).isEqualTo(Kind.NEWER_FORMAT);
    }

    @Test
    void aMalformedFormatFileIsDamage() throws IOException {
        open(directory).close();
        for (String content :
                List.of(
                        "",
                        "nonsense",
                        "tenken-data-folder 1\n",
                        "tenken-data-folder 1\nepoch 12\n",
                        "tenken-data-folder 0\n")) {
            Files.writeString(directory.resolve("format"), content);
            assertThat(refusal().kind()).as(content).isEqualTo(Kind.DAMAGED);
        }
        Files.write(directory.resolve("format"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThat(refusal().kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void aFolderWithoutItsFormatFileIsDamagedAndNotNew() throws IOException {
        open(directory).close();
        Files.delete(directory.resolve("format"));
        DataFolderException refusal = refusal();
        assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED);
        assertThat(refusal).hasMessageContaining("no format file").hasMessageContaining("backup");
    }

    @Test
    void aCreationThatWasCutOffIsBegunAgain() throws IOException {
        Files.createFile(directory.resolve("creating"));
        Files.writeString(directory.resolve("log.db"), "half");
        Files.writeString(directory.resolve("vault.db-wal"), "half");
        open(directory).close();
        assertThat(directory.resolve("creating")).doesNotExist();
        open(directory).close();
    }

    @Test
    void aFileThatIsNoDatabaseIsDamage() throws IOException {
        for (String file : List.of("log.db", "vault.db")) {
            Path folder = directory.resolve("no-" + file);
            open(folder).close();
            Files.writeString(
                    folder.resolve(file),
                    "this is a text, and a longer one than the header of a database");
            DataFolderException refusal = refusal(folder);
            assertThat(refusal.kind()).as(file).isEqualTo(Kind.DAMAGED);
            assertThat(refusal).hasMessageContaining(file).hasMessageContaining("backup");
        }
    }

    @Test
    void aMissingAnEmptyACutAndASwappedFileAreDamage() throws IOException {
        for (String file : List.of("log.db", "vault.db")) {
            Path missing = directory.resolve("missing-" + file);
            open(missing).close();
            Files.delete(missing.resolve(file));
            assertThat(refusal(missing).kind()).as(file).isEqualTo(Kind.DAMAGED);

            Path empty = directory.resolve("empty-" + file);
            open(empty).close();
            Files.write(empty.resolve(file), new byte[0]);
            assertThat(refusal(empty).kind()).as(file).isEqualTo(Kind.DAMAGED);

            Path cut = directory.resolve("cut-" + file);
            open(cut).close();
            byte[] whole = Files.readAllBytes(cut.resolve(file));
            Files.write(cut.resolve(file), java.util.Arrays.copyOf(whole, whole.length - 4096));
            assertThat(refusal(cut).kind()).as(file).isEqualTo(Kind.DAMAGED);

            Path garbled = directory.resolve("garbled-" + file);
            open(garbled).close();
            byte[] noise = Files.readAllBytes(garbled.resolve(file));
            java.util.Arrays.fill(noise, 100, 4096, (byte) 0x5A);
            Files.write(garbled.resolve(file), noise);
            assertThat(refusal(garbled).kind()).as(file).isEqualTo(Kind.DAMAGED);
        }
        Path swapped = directory.resolve("swapped");
        open(swapped).close();
        Files.copy(
                swapped.resolve("vault.db"),
                swapped.resolve("log.db"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(refusal(swapped).kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void damagedViewsArePutAsideAndBeginEmpty() throws Exception {
        try (SqliteStorage storage = open(directory)) {
            storage.views().create(new ViewSchema(VIEW, List.of())).get(30, TimeUnit.SECONDS);
        }
        Files.writeString(
                directory.resolve("views.db"),
                "nothing that SQLite could read",
                StandardOpenOption.TRUNCATE_EXISTING);
        try (SqliteStorage storage = open(directory)) {
            assertThat(storage.notices())
                    .singleElement()
                    .asString()
                    .contains("views.db was damaged")
                    .contains("anew");
            storage.views()
                    .create(new ViewSchema(VIEW, List.of("status")))
                    .get(30, TimeUnit.SECONDS);
            assertThat(
                            storage.views()
                                    .list(VIEW, RowQuery.live("tenant", 1))
                                    .get(30, TimeUnit.SECONDS)
                                    .rows())
                    .isEmpty();
        }
        try (var files = Files.list(directory)) {
            assertThat(
                            files.filter(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .startsWith("views.db.damaged-")))
                    .hasSize(1);
        }
        try (SqliteStorage storage = open(directory)) {
            assertThat(storage.notices()).isEmpty();
        }
    }

    @Test
    void missingViewsBeginEmpty() throws IOException {
        open(directory).close();
        Files.delete(directory.resolve("views.db"));
        open(directory).close();
        assertThat(directory.resolve("views.db")).isNotEmptyFile();
    }

    @Test
    void aPathThatIsNoFolderIsNotWritable() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        for (Path path : List.of(file, file.resolve("below"))) {
            DataFolderException refusal = refusal(path);
            assertThat(refusal.kind()).isEqualTo(Kind.NOT_WRITABLE);
            assertThat(refusal).hasMessageContaining(path.toString());
        }
    }

    @Test
    void everyMessageIsOneLine() throws IOException {
        open(directory).close();
        Files.writeString(directory.resolve("format"), "nonsense\nmore");
        assertThat(refusal().getMessage())
                .doesNotContain("\n")
                .contains(directory.toRealPath().toString());
        assertThat(refusal().folder()).isEqualTo(directory.toRealPath());
    }

    private DataFolderException refusal() {
        return refusal(directory);
    }

    private static DataFolderException refusal(Path folder) {
        try {
            open(folder).close();
        } catch (DataFolderException refusal) {
            return refusal;
        }
        throw new AssertionError(folder + " was opened");
    }

    private static String otherProcess(String what, Path folder) throws Exception {
        Process process = OtherProcess.start(what, folder);
        try {
            return String.valueOf(OtherProcess.line(process));
        } finally {
            process.destroyForcibly();
        }
    }

    private static SqliteStorage open(Path folder) {
        return SqliteStorage.open(folder, Clock.systemUTC());
    }
}
