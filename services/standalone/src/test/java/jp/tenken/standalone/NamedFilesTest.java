package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents name files; whoever moves a file finds out here where it is spoken of. */
class NamedFilesTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern FILE = Pattern.compile("`([a-z][\\w.-]*(?:/[\\w.-]+)+\\.\\w+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    @ParameterizedTest
    @ValueSource(strings = {"infra/docs/one-decision.md"})
    void theWayOfADecisionNamesFilesThatExist(String document) throws IOException {
        List<String> named = found(FILE, document);
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(named).allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "infra/bench/README.md",
                "infra/it/README.md",
                "infra/docs/axon-5.0.1.md"
            })
    void linksOfAReadMeLeadSomewhere(String document) throws IOException {
        Path file = ROOT.resolve(document);
        assertThat(Stream.concat(Stream.of("."), found(LINK, document).stream()))
                .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
    }

    private static List<String> found(Pattern pattern, String document) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve(document)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
