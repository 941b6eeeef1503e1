package jp.tenken.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes down with which Java and class path it was itself started, one per line: how the run
 * script learns what Maven has found.
 */
public final class LaunchFile {

    private LaunchFile() {}

    /** Writes the file named by the only argument. */
    public static void main(String[] args) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.write(
                Path.of(args[0]), List.of(java.toString(), System.getProperty("java.class.path")));
    }
}
