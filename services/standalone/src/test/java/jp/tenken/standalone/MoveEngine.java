package jp.tenken.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An engine to move a municipality from or to.
 *
 * @param name for people
 * @param more what the program is told, beside its data folder, so that it keeps a storage of its
 *     own there
 */
record MoveEngine(String name, Function<Path, List<String>> more) {

    /** All that the program can run with in this test. */
    static List<MoveEngine> all() {
        return List.of(new MoveEngine("sqlite", folder -> List.of()));
    }

    /** A storage of this engine. */
    House in(Path folder) {
        return new House(folder, more.apply(folder));
    }

    /**
     * A storage, and how the program and its commands are told to use it.
     *
     * @param folder its data folder
     * @param more arguments beside that
     */
    record House(Path folder, List<String> more) {

        /** The program over it, well. */
        StartedProgram start() throws Exception {
            return new StartedProgram(folder, more.toArray(String[]::new)).healthy();
        }

        /** What a command is told. */
        List<String> settings() {
            return Stream.concat(Stream.of("--tenken.data=" + folder), more.stream()).toList();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
