package jp.tenken.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.tenken.storage.sqlite.DatabaseFile.Role;
import jp.tenken.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTracesTest {

    private static final int ENTRIES = 400;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path directory;

    @Test
    void nothingOfADestroyedEntryIsLeftInAnyFile() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Vault vault = open()) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < ENTRIES; i++) {
                order.add(i);
            }
            java.util.Collections.shuffle(order, random);
            for (int i : order) {
                value(vault.putIfAbsent("key", id(i), secret(i, random)));
            }
            assertThat(traces(0)).as("seed %d: a kept secret is in the files", seed).isTrue();

            List<CompletableFuture<Boolean>> destroyed = new ArrayList<>();
            for (int i = 0; i < ENTRIES; i += 2) {
                destroyed.add(vault.destroy("key", id(i)));
            }
            for (CompletableFuture<Boolean> one : destroyed) {
                assertThat(value(one)).isTrue();
            }

            for (int i = 0; i < ENTRIES; i++) {
                assertThat(traces(i)).as("seed %d, entry %d", seed, i).isEqualTo(i % 2 == 1);
                assertThat(value(vault.find("key", id(i))).isPresent()).isEqualTo(i % 2 == 1);
            }
        }
    }

    @Test
    void whatAnAbruptEndLeftBehindIsGoneAfterTheNextStart() throws Exception {
        try (Vault vault = open()) {
            for (int i = 0; i < 50; i++) {
                value(vault.putIfAbsent("key", id(i), secret(i, new Random(i))));
            }
        }
        // As if the process had ended between deleting and writing the file anew.
        Sql.execute(file(), "PRAGMA secure_delete=OFF");
        Sql.execute(file(), "DELETE FROM entries WHERE rowid % 2 = 0");
        Sql.execute(file(), "INSERT INTO unclean VALUES (1)");
        assertThat(traces(1)).isTrue();

        open().close();

        for (int i = 1; i < 50; i += 2) {
            assertThat(traces(i)).as("entry %d", i).isFalse();
        }
        assertThat(Sql.column(file(), "SELECT count(*) FROM unclean")).containsExactly("0");
    }

    private boolean traces(int entry) throws Exception {
        byte[] wanted = marker(entry).getBytes(StandardCharsets.US_ASCII);
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (contains(Files.readAllBytes(file), wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    /**
     * Mostly small, some large enough for pages of their own; each with its marker at both ends.
     */
    private static byte[] secret(int entry, Random random) {
        int padding = random.nextInt(10) == 0 ? 9_000 : random.nextInt(300);
        return (marker(entry) + "x".repeat(padding) + marker(entry))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String marker(int entry) {
        return "<secret of %05d>".formatted(entry);
    }

    private static String id(int entry) {
        return "person-" + entry;
    }

    private Vault open() {
        return SqliteVault.open(new DatabaseFile(directory, Role.VAULT));
    }

    private Path file() {
        return directory.resolve("vault.db");
    }

    private static <T> T value(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
