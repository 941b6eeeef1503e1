package jp.tenken.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about source files, which no class file can tell. */
final class SourceRules {

    private SourceRules() {}

    /**
     * A file that fits on a few screens is one idea. Tests may be as long as what they have to say.
     */
    static HouseRule filesHaveAtMost(int lines) {
        return new HouseRule(
                "source files have at most %d lines".formatted(lines),
                module ->
                        assertNone(
                                module,
                                "files with more than %d lines".formatted(lines),
                                file ->
                                        !file.toString().contains("/src/test/")
                                                && lines(file).size() > lines));
    }

    /** The map of the house: each package says what may live there. */
    static HouseRule everyPackageSaysWhatMayLiveThere() {
        return new HouseRule(
                "every package-info says what may live there",
                module ->
                        assertNone(
                                module,
                                "package-infos without a word",
                                file ->
                                        file.endsWith("package-info.java")
                                                && !file.toString().contains("/src/test/")
                                                && lines(file).stream()
                                                        .noneMatch(
                                                                line -> line.startsWith("/**"))));
    }

    /** What is put off is written down where work is planned, and what is off is taken out. */
    static HouseRule nothingIsLeftForLater() {
        return new HouseRule(
                "no source is marked for later and no test is switched off",
                module ->
                        assertNone(
                                module,
                                "sources left for later",
                                file ->
                                        lines(file).stream()
                                                .anyMatch(
                                                        line ->
                                                                line.matches(
                                                                        ".*(\\b(TO"
                                                                                + "DO|FIX"
                                                                                + "ME)\\b|@Dis"
                                                                                + "abled\\w*\\b|\\bassum(e(True|False|That)|ingThat)\\().*"))));
    }

    private static void assertNone(ModuleUnderRule module, String what, Predicate<Path> offends) {
        List<Path> sources = sources(module);
        assertThat(sources).as("sources under " + module.folder()).isNotEmpty();
        assertThat(sources.stream().filter(offends).toList()).as(what).isEmpty();
    }

    private static List<Path> sources(ModuleUnderRule module) {
        List<Path> sources = new ArrayList<>();
        for (Path folder : module.sourceFolders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return sources;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
