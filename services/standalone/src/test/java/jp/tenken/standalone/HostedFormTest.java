package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.EndpointSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the files of the hosted form against the program that they run. */
class HostedFormTest {

    private static final Path DEPLOY = Path.of("..", "..", "infra/deploy");
    private static final Path REFERENCE = Path.of("..", "..", "infra/docs/configuration.md");
    private static final Pattern RULE = Pattern.compile("^ +\"~(\\S+ \\S+)\" +(\\w+);$");
    private static final Pattern SETTING =
            Pattern.compile("\\b(?:TENKEN|SERVER|LOGGING)_[A-Z0-9_]+");

    @TempDir Path data = Path.of("");

    @Test
    void theProxySendsEveryRequestToTheServiceThatAnswersIt() throws Exception {
        try (StartedProgram program = new StartedProgram(data).healthy()) {
            Map<String, EndpointSource> services =
                    Map.of(
                            "command", program.bean("commandEndpoints", EndpointSource.class),
                            "query", program.bean("queryEndpoints", EndpointSource.class),
                            "integration",
                                    program.bean("integrationEndpoints", EndpointSource.class));
            services.forEach(
                    (service, source) ->
                            assertThat(source.endpoints())
                                    .isNotEmpty()
                                    .allSatisfy(
                                            endpoint ->
                                                    assertThat(sentTo(endpoint))
                                                            .as(endpoint.route())
                                                            .isEqualTo(service)));
        }
    }

    private static String sentTo(Endpoint endpoint) {
        for (String line : lines("nginx/tenken.conf.template")) {
            var rule = RULE.matcher(line);
            if (rule.matches() && Pattern.compile(rule.group(1)).matcher(endpoint.route()).find()) {
                return rule.group(2);
            }
        }
        return endpoint.method().name().equals("GET") ? "query" : "command";
    }

    @Test
    void everySettingOfTheHostedFormIsInTheReference() throws IOException {
        String reference = Files.readString(REFERENCE);
        var used = new TreeSet<String>();
        for (String file : List.of("compose.yaml", "try", "Dockerfile")) {
            lines(file)
                    .forEach(
                            line ->
                                    SETTING.matcher(line)
                                            .results()
                                            .forEach(each -> used.add(each.group())));
        }
        assertThat(used)
                .contains("TENKEN_STORAGE", "TENKEN_MONGODB_URI", "TENKEN_MASTER_KEY")
                .allSatisfy(
                        name ->
                                assertThat(reference)
                                        .contains(
                                                "`"
                                                        + name.replaceFirst(
                                                                "(MUNICIPALITIES)_0$", "$1")
                                                        + "`"));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(DEPLOY.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
