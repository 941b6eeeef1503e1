package jp.tenken.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tenken.edge.EdgeServer.Reply;
import jp.tenken.edge.problem.Language;
import jp.tenken.edge.problem.ProblemCatalogue;
import jp.tenken.edge.problem.ProblemEntry;
import jp.tenken.kernel.RejectionCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    private final EdgeServer server = EdgeServer.shared();
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

    private final ProblemCatalogue catalogue = ProblemCatalogue.load();

    private Reply limitZero(String language) {
        return server.get(EdgeServer.CONTRACTS + "?limit=0")
                .token(TestIssuer.staff())
                .header("Accept-Language", language)
                .send();
    }

    @Test
    void aProblemSaysWhatItIsInTheReadersLanguage() {
        Reply japanese = limitZero("ja");
        assertThat(japanese.json().path("type").asString()).isEqualTo("/problems/limit-invalid");
        assertThat(japanese.json().path("status").asInt()).isEqualTo(400);
        assertThat(japanese.json().path("detail").asString()).contains("整数");
        assertThat(japanese.json().path("violations").path(0).path("message").asString())
                .contains("整数");
        assertThat(japanese.header("Content-Language")).isEqualTo("ja");
        Reply english = limitZero("en-GB,en;q=0.9,ja;q=0.5");
        assertThat(english.json().path("detail").asString()).contains("whole number");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.code()).isEqualTo(japanese.code());
    }

    @Test
    void whoeverLikesNeitherLanguageReadsJapanese() {
        for (String language : List.of("fr", "*", ";;;", "en;q=0", "ja, en", "x".repeat(600))) {
            assertThat(limitZero(language).header("Content-Language")).as(language).isEqualTo("ja");
        }
    }

    @Test
    void whatNobodyExpectedIsLoggedOnceAndKeptInside(CapturedOutput log) {
        Reply reply = server.get(EdgeServer.CONTRACTS + "/broken").token(TestIssuer.staff()).send();
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("internal-error");
        assertThat(reply.body()).doesNotContain("hunter2", "IllegalState", "\tat ");
        String incident = reply.json().path("incidentId").asString();
        assertThat(incident).matches("[0-9a-f]{24}");
        assertThat(reply.json().path("detail").asString()).contains(incident);
        assertThat(log.getAll()).contains("hunter2").containsOnlyOnce("incident " + incident);
    }

    @Test
    void everyCodeHasAPageForPeopleAndForMachines() {
        for (ProblemEntry entry : catalogue.all()) {
            Reply data = server.get("/problems/" + entry.code()).send();
            assertThat(data.json().path("code").asString()).isEqualTo(entry.code());
            assertThat(data.json().path("ja").path("remedy").asString()).isNotBlank();
        }
        Reply page =
                server.get("/problems/reason-required")
                        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .header("Accept-Language", "en")
                        .send();
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<html lang=\"en\">", "Reason required", "理由が必要です");
        assertThat(server.get("/problems/no-such-code").send().code()).isEqualTo("not-found");
        assertThat(server.get("/problems/%3Cscript%3E").send().status()).isEqualTo(400);
    }

    @Test
    void everyCodeThatTheEdgeOrTheDomainUsesIsInTheCatalogue() throws IOException {
        SortedSet<String> used = new TreeSet<>(RejectionCodes.all());
        Pattern literal = Pattern.compile("\"([a-z]+(-[a-z]+)+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher call =
                        Pattern.compile(
                                        "(?s)(?:Refusal\\.(?:of|field)|Violation(?:\\.of)?|code|plain|only)\\((.*?);")
                                .matcher(source);
                while (call.find()) {
                    Matcher code = literal.matcher(call.group(1));
                    while (code.find()) {
                        used.add(code.group(1));
                    }
                }
            }
        }
        assertThat(used).contains("token-missing", "field-unknown", "limit-invalid");
        assertThat(catalogue.missing(used)).isEmpty();
    }

    @Test
    void noTextIsLeftWithoutItsValues() {
        for (ProblemEntry entry : catalogue.all()) {
            for (Language language : Language.values()) {
                String template = entry.in(language).detail();
                Map<String, String> empty = new HashMap<>();
                Matcher place = PLACE.matcher(template);
                while (place.find()) {
                    empty.put(place.group(1), " ");
                }
                String expected = PLACE.matcher(template).replaceAll(language.none());
                for (Map<String, String> values : List.of(Map.<String, String>of(), empty)) {
                    assertThat(entry.detail(language, values))
                            .as("%s in %s", entry.code(), language)
                            .doesNotContain("{", "}")
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void aBodyWithoutATypeIsSaidToHaveNone() {
        ProblemEntry entry = catalogue.find("content-type-unsupported").orElseThrow();

        assertThat(entry.detail(Language.JA, Map.of("sent", ""))).isEqualTo("本文の形式（なし）は受け付けません。");
        assertThat(entry.detail(Language.EN, Map.of("sent", "")))
                .isEqualTo("A body of this type is not taken here: none.");
    }
}
