package jp.tenken.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/**
 * The page at {@code /}: what is here, what to try, and the documents. It shows no data of anybody
 * and needs no token. Immutable.
 */
final class WelcomePage {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String CONTENT = "{{content}}";
    private static final String BASE = "{{base}}";
    private static final String STYLE = "<style>";
    private static final String END_OF_STYLE = "</style>";

    private final Supplier<TryOutProgress.State> tryOut;
    private final String plain;
    private final String withTryOut;
    private final String policy;

    /**
     * Reads the page.
     *
     * @param tryOut how far the content of a first start is, asked for every time
     */
    WelcomePage(Supplier<TryOutProgress.State> tryOut) {
        this.tryOut = tryOut;
        String page = read("welcome.html");
        this.plain = page.replace(CONTENT, read("welcome-plain.html"));
        this.withTryOut = page.replace(CONTENT, read("welcome-try-out.html"));
        this.policy =
                ("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'")
                        .formatted(digest(style(page)));
    }

    /** Its endpoint. */
    List<Endpoint> endpoints() {
        return List.of(Endpoint.open(HttpMethod.GET, "/", this::show).produces(HTML));
    }

    private Mono<Answer> show(Request request) {
        boolean content =
                switch (tryOut.get()) {
                    case UNDER_WAY, COMPLETE -> true;
                    case NOT_WANTED, FAILED -> false;
                };
        URI asked = request.http().getURI();
        String base = "%s://%s".formatted(asked.getScheme(), asked.getRawAuthority());
        String page = (content ? withTryOut : plain).replace(BASE, HtmlUtils.htmlEscape(base));
        return Mono.just(
                Answer.document(HTML, page.getBytes(StandardCharsets.UTF_8))
                        .header("Content-Security-Policy", policy)
                        .header("Content-Language", "ja, en"));
    }

    // The policy of all other answers allows no style at all; this page may have its own, and
    // nothing else.
    private static String style(String page) {
        return page.substring(page.indexOf(STYLE) + STYLE.length(), page.indexOf(END_OF_STYLE));
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static String read(String name) {
        try (InputStream in = WelcomePage.class.getResourceAsStream("/tenken/standalone/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
