package jp.tenken.testkit.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules that the root pom names. */
final class Modules {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Modules() {}

    /** The folder of the whole, above this module's. */
    static Path root() {
        return Path.of("..", "..").toAbsolutePath().normalize();
    }

    /** Folders of the modules that have classes of their own beside tests. */
    static List<Path> withCode(Path root) {
        return MODULE.matcher(read(root.resolve("pom.xml")))
                .results()
                .map(found -> root.resolve(found.group(1)))
                .filter(module -> !java(module.resolve("src/main/java")).isEmpty())
                .toList();
    }

    /** Whether one of its tests asks for a set of rules. */
    static boolean checksItself(Path module) {
        return java(module.resolve("src/test/java")).stream()
                .filter(file -> file.endsWith("ArchitectureTest.java"))
                .map(Modules::read)
                .anyMatch(
                        test ->
                                test.contains("@TestFactory")
                                        && test.contains("return ArchitectureRules."));
    }

    private static List<Path> java(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
