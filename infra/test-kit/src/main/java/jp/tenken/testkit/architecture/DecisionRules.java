package jp.tenken.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules about the folder of decision records. */
final class DecisionRules {

    private DecisionRules() {}

    /**
     * Decisions are cited by number, so each number stands for one and none is missing.
     *
     * @throws AssertionError where the folder's files are not {@code 0001-….md} to the last one
     */
    static void numbersAreUniqueAndSequential(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names)
                    .as("decisions in " + folder)
                    .isNotEmpty()
                    .allMatch(name -> name.matches("\\d{4}-[a-z0-9-]+\\.md"));
            assertThat(names.stream().map(name -> name.substring(0, 4)))
                    .as("their numbers")
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, names.size())
                                    .mapToObj("%04d"::formatted)
                                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
