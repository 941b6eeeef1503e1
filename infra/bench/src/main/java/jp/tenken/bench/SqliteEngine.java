package jp.tenken.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import jp.tenken.projections.ViewName;
import jp.tenken.runtime.Storage;
import jp.tenken.storage.sqlite.SqliteStorage;
import jp.tenken.vault.MasterKey;

/** The embedded engine. */
final class SqliteEngine implements BenchEngine {

    private static final double REPLAY_BAR = 0.40;

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Override
    public Map<String, String> settings(Path folder) {
        // Without the server that the environment may name for the other engine.
        return Map.of(
                "tenken.storage", name(),
                "tenken.data", folder.toString(),
                "tenken.mongodb.uri", "");
    }

    @Override
    public OpenedStorage open(Path folder) {
        SqliteStorage opened = SqliteStorage.open(folder, Clock.systemUTC());
        return new OpenedStorage(
                new Storage(
                        name(),
                        folder.toString(),
                        opened.log(),
                        opened.views(),
                        opened.vault(),
                        // Nothing is sealed here.
                        MasterKey.fresh()),
                opened::close);
    }

    @Override
    public RawLog rawLog(Path folder) throws Exception {
        return new SqliteRawLog(folder.resolve("log.db"));
    }

    @Override
    public RawView rawView(Path folder, ViewName view) throws Exception {
        return new SqliteRawView(folder.resolve("views.db"), view);
    }

    @Override
    public RawRows rawRows(Path folder, ViewName view) throws Exception {
        return new SqliteRawRows(folder.resolve("views.db"), view);
    }

    @Override
    public double replayBar() {
        return REPLAY_BAR;
    }
}
