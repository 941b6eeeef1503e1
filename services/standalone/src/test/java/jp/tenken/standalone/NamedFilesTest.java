package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents name files; whoever moves a file finds out here where it is spoken of. */
class NamedFilesTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern FILE = Pattern.compile("`([a-z][\\w.-]*(?:/[\\w.-]+)+\\.\\w+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+#[a-z]\\w+)`");
    private static final Set<Integer> NEED_ANOTHER_SERVER = Set.of(13, 15, 17);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @ParameterizedTest
    @CsvSource({"infra/docs/one-decision.md, 20", "infra/docs/event-store-tests.md, 7"})
    void aDocumentNamesFilesThatExist(String document, int more) throws IOException {
        List<String> named = found(FILE, document);
        assertThat(named).hasSizeGreaterThan(more);
        assertThat(named).allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "infra/bench/README.md",
                "infra/it/README.md",
                "infra/docs/axon-5.0.1.md",
                "infra/docs/event-store-tests.md",
                "infra/docs/mongodb.md",
                "infra/docs/observability.md",
                "infra/docs/configuration.md",
                "infra/docs/moving-a-municipality.md",
                "infra/docs/restoring-a-backup.md",
                "infra/deploy/README.md"
            })
    void linksOfAReadMeLeadSomewhere(String document) throws IOException {
        Path file = ROOT.resolve(document);
        assertThat(Stream.concat(Stream.of("."), found(LINK, document).stream()))
                .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @CsvSource({
        "infra/docs/axon-5.0.1.md, 25",
        "infra/docs/event-store-tests.md, 50",
        "infra/docs/mongodb.md, 30"
    })
    void aDocumentNamesTestsThatExist(String document, int more) throws IOException {
        Map<String, String> sources = sources();
        List<String> named = found(TEST, document);
        assertThat(named).hasSizeGreaterThan(more);
        assertThat(named).allSatisfy(name -> assertThat(isThere(name, sources)).isTrue());
        assertThat(isThere("NamedFilesTest#neverWritten", sources)).isFalse();
        assertThat(isThere("NeverWrittenTest#aDocumentNamesTestsThatExist", sources)).isFalse();
    }

    @Test
    void everyContractTestOfTheDesignHasItsRowAndEveryRowItsTest() throws IOException {
        List<String> rows =
                Files.readAllLines(ROOT.resolve("infra/docs/event-store-tests.md")).stream()
                        .filter(line -> line.matches("\\| \\d+ \\|.*"))
                        .toList();
        assertThat(rows).allMatch(row -> TEST.matcher(row).find());
        assertThat(rows.stream().map(row -> Integer.valueOf(row.split(" ", 3)[1])))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 30)
                                .filter(number -> !NEED_ANOTHER_SERVER.contains(number))
                                .boxed()
                                .toList());
    }

    /** Sources of tests, suites and rules by the name of their class. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String modules : List.of("infra", "services", "shared-kernel")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(modules))) {
                for (Path file :
                        files.filter(each -> each.toString().matches(".*/src/.*\\.java"))
                                .toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }

    private static boolean isThere(String name, Map<String, String> sources) {
        int hash = name.indexOf('#');
        String method = "\\b(void|HouseRule) " + name.substring(hash + 1) + "\\(";
        return Pattern.compile(method)
                .matcher(sources.getOrDefault(name.substring(0, hash), ""))
                .find();
    }

    private static List<String> found(Pattern pattern, String document) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve(document)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
