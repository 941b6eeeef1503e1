package jp.tenken.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files in a folder; the program must be stopped for what is done to them. */
final class SqliteHouse extends House {

    private static final List<String> KEPT = List.of("format", "log.db", "vault.db");

    SqliteHouse(Path folder) {
        super(folder, List.of());
    }

    @Override
    boolean shared() {
        return false;
    }

    @Override
    long claims() {
        return 0;
    }

    @Override
    Backup backUp() throws Exception {
        Map<Path, byte[]> kept = new LinkedHashMap<>();
        for (String file : KEPT) {
            kept.put(folder().resolve(file), Files.readAllBytes(folder().resolve(file)));
        }
        return () -> {
            for (var file : kept.entrySet()) {
                Files.write(file.getKey(), file.getValue());
                for (String beside : List.of("-wal", "-shm")) {
                    Files.deleteIfExists(Path.of(file.getKey() + beside));
                }
            }
        };
    }
}
