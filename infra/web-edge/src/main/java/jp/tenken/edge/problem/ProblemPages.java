package jp.tenken.edge.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** What the catalogue knows of a code, as a page for people and as data. */
public final class ProblemPages {

    private ProblemPages() {}

    /** A small page in the reader's language, the other one below it. */
    public static String html(ProblemEntry entry, Language language) {
        Language other = language == Language.JA ? Language.EN : Language.JA;
        return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
        <body>
        <p><code>%s</code> · HTTP %d</p>
        %s
        <hr>
        %s
        </body></html>
        """
                .formatted(
                        language.tag(),
                        HtmlUtils.htmlEscape(entry.in(language).title()),
                        HtmlUtils.htmlEscape(entry.code()),
                        entry.status(),
                        section(entry, language),
                        section(entry, other));
    }

    /** Code, status and texts in all languages. */
    public static Map<String, Object> data(ProblemEntry entry) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", entry.code());
        data.put("status", entry.status());
        for (Language language : Language.values()) {
            data.put(language.tag(), entry.in(language));
        }
        return data;
    }

    private static String section(ProblemEntry entry, Language language) {
        ProblemEntry.Texts texts = entry.in(language);
        boolean japanese = language == Language.JA;
        return """
        <section lang="%s">
        <h1>%s</h1>
        <h2>%s</h2><p>%s</p>
        <h2>%s</h2><p>%s</p>
        </section>
        """
                .formatted(
                        language.tag(),
                        HtmlUtils.htmlEscape(texts.title()),
                        japanese ? "原因" : "Cause",
                        HtmlUtils.htmlEscape(texts.cause()),
                        japanese ? "対処" : "Remedy",
                        HtmlUtils.htmlEscape(texts.remedy()));
    }
}
