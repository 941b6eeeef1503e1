package jp.tenken.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a benchmark works with.
 *
 * @param engine to measure
 * @param scale how much of everything
 * @param report where results go
 * @param progress where impatience is soothed
 * @param folder of this run, empty at first and removed at the end
 */
record Stand(BenchEngine engine, Scale scale, Report report, Progress progress, Path folder) {

    /** A folder of this run by its name; not made. */
    Path folder(String name) {
        return folder.resolve(name);
    }

    /** Makes a closed log with so many events in a folder of this run. */
    Path filled(String name, long events) throws Exception {
        Path filled = folder(name);
        try (OpenStore store = new OpenStore(engine, filled)) {
            new LogFiller(store, progress).fillTo(events);
        }
        return filled;
    }

    /** A copy of a closed log. */
    Path copied(Path from, String name) throws Exception {
        Path to = folder(name);
        engine.copy(from, to);
        return to;
    }

    /** Removes a folder with all that is in it. */
    static void clear(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
