package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/**
 * What a newcomer is told to open and to type: the page at the root, and the tour of the README.
 */
class WelcomePageTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern FRAME = Pattern.compile("(?s)<pre>(.*?)</pre>");
    private static final Pattern FENCE = Pattern.compile("(?s)```bash\n(.*?)\n```");
    private static final Path README = Path.of("..", "..", "README.md");

    @TempDir static Path data;

    private static StartedProgram program;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        program = new StartedProgram(data).healthy();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void thePageNeedsNothingFromElsewhereAndEveryLinkLeadsToADocument() throws Exception {
        HttpResponse<String> page = program.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "style-src 'sha256-");
        assertThat(page.body())
                .contains("<html lang=\"ja\">", "lang=\"en\"", "MIHON-6")
                .doesNotContain("{{", "src=", "<script", "@import", "style=");
        List<String> links = found(LINK, page.body());
        assertThat(links)
                .contains("/openapi.yaml", "/asyncapi.yaml", "/permissions", "/actuator/health");
        for (String link : links) {
            assertThat(program.get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    @Test
    void everyCommandOfThePageWorksWhenItIsCopied() throws Exception {
        List<String> frames =
                found(FRAME, program.get("/").body()).stream()
                        .map(HtmlUtils::htmlUnescape)
                        .toList();
        assertThat(frames).first().asString().contains("B=" + program.url());

        Terminal.Printed printed = Terminal.run(folder, frames);

        assertThat(printed.statuses()).hasSizeGreaterThan(frames.size()).containsOnly("200");
        assertThat(printed.printed().subList(1, frames.size()))
                .allMatch(answer -> answer.startsWith("{") || answer.startsWith("["));
        assertThat(printed.printed())
                .anySatisfy(overview -> assertThat(overview).contains("新宿区", "渋谷区"))
                .anySatisfy(history -> assertThat(history).contains("庁舎内作業への切替え"))
                .anySatisfy(incident -> assertThat(incident).contains("preliminaryGuide"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Run", "Test"})
    void theReadmeHasOneCommandToRunAndOneToTest(String section) throws Exception {
        String text = section(Files.readString(README), section);
        assertThat(text.split("```", -1)).as("before, in and behind one fence").hasSize(3);
        assertThat(found(FENCE, text)).singleElement().asString().startsWith("mvn ");
        assertThat(found(FENCE, text).getFirst().lines()).hasSize(1);
    }

    private static String section(String document, String title) {
        String heading = "\n## " + title + "\n";
        assertThat(document).containsOnlyOnce(heading);
        String from = document.substring(document.indexOf(heading) + heading.length());
        return from.substring(0, from.indexOf("\n## "));
    }

    @Test
    void everyCommandOfTheTourInTheReadmeWorksInItsOrder() throws Exception {
        String readme = Files.readString(README);
        String tour = readme.substring(readme.indexOf("## A tour with curl"));
        List<String> frames =
                found(FENCE, tour).stream()
                        .map(frame -> frame.replace("http://127.0.0.1:8080", program.url()))
                        .toList();
        assertThat(frames).hasSizeGreaterThan(5);

        Terminal.Printed printed = Terminal.run(folder, frames);

        List<String> statuses = printed.statuses();
        assertThat(statuses).last().isEqualTo("400");
        assertThat(statuses.subList(0, statuses.size() - 1)).containsOnly("200", "201");
        assertThat(printed.printed().get(1).split("\"symbol\":\"○\"", -1)).hasSize(21 + 1);
        assertThat(printed.printed().get(1).split("\"symbol\":\"－\"", -1)).hasSize(3 + 1);
        assertThat(printed.printed().get(2)).contains("SYS-12", "ConsultationAgreed");
        assertThat(printed.printed()).last().asString().contains("reason-required");
    }

    @Test
    void whoeverHasAnIdentityProviderIsToldOfItsTokensAndOfNoTryOut(@TempDir Path configured)
            throws Exception {
        try (StartedProgram real =
                new StartedProgram(
                                configured,
                                "--tenken.issuers[0].issuer=https://idp.example",
                                "--tenken.issuers[0].public-key=" + publicKey(),
                                "--tenken.issuers[0].municipalities=131041")
                        .healthy()) {
            HttpResponse<String> page = real.get("/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("認証基盤", "identity provider", real.url())
                    .doesNotContain("{{", "MIHON", "/dev/tokens");
            for (String link : found(LINK, page.body())) {
                assertThat(real.get(link).statusCode()).as(link).isEqualTo(200);
            }
        }
    }

    private static String publicKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
