package jp.tenken.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A storage, and how the program and its commands are told to use it. */
abstract class House {

    private final Path folder;
    private final List<String> more;

    /**
     * In a folder.
     *
     * @param more what the program is told beside that
     */
    House(Path folder, List<String> more) {
        this.folder = folder;
        this.more = more;
    }

    /** Puts back what was kept. */
    interface Backup {
        void restore() throws Exception;
    }

    /** Whether several processes may have it open. */
    abstract boolean shared();

    /**
     * Keeps log and vault as they are now. Views are no part of it, and stay when it is restored.
     */
    abstract Backup backUp() throws Exception;

    /** Claims of work that somebody has not given back; none where there are no claims. */
    abstract long claims() throws Exception;

    /** The program over it, well. */
    StartedProgram start() throws Exception {
        return new StartedProgram(folder, more.toArray(String[]::new)).healthy();
    }

    /** What a command is told. */
    List<String> settings() {
        return Stream.concat(Stream.of("--tenken.data=" + folder), more.stream()).toList();
    }

    Path folder() {
        return folder;
    }
}
