package jp.tenken.edge.problem;

import java.util.Map;

/**
 * What the catalogue knows of one code.
 *
 * @param code stable kebab-case
 * @param status HTTP status with which it is answered when it is the problem; for a code that only
 *     ever stands in {@code violations}, 400
 * @param texts in every language of {@link Language}
 */
public record ProblemEntry(String code, int status, Map<Language, Texts> texts) {

    /** Refuses an entry that is silent in one of the languages. */
    public ProblemEntry {
        texts = Map.copyOf(texts);
        for (Language language : Language.values()) {
            if (!texts.containsKey(language)) {
                throw new IllegalArgumentException(code + " has no texts in " + language.tag());
            }
        }
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(code + " has no error status: " + status);
        }
    }

    /**
     * The texts of a code in one language.
     *
     * @param title short, the same for every occurrence
     * @param detail one sentence for this occurrence; {@code {name}} stands for a named value
     * @param cause why it happens
     * @param remedy what the reader can do about it
     */
    public record Texts(String title, String detail, String cause, String remedy) {}

    /** The texts in one language. */
    public Texts in(Language language) {
        return texts.getOrDefault(language, new Texts(code, code, code, code));
    }

    /**
     * The detail with its named values put in, and {@link Language#none} for one that is not there.
     */
    public String detail(Language language, Map<String, ?> values) {
        return fill(in(language).detail(), language.none(), values);
    }

    private static String fill(String template, String none, Map<String, ?> values) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        StringBuilder text = new StringBuilder(template.length() + 32);
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            text.append(template, at, open);
            Object value = values.get(template.substring(open + 1, close));
            text.append(value == null || isBlank(value) ? none : shortened(String.valueOf(value)));
            at = close + 1;
        }
        return text.append(template, at, template.length()).toString();
    }

    private static boolean isBlank(Object value) {
        return String.valueOf(value).isBlank();
    }

    // A value may be what the client sent; an answer that echoes a book helps nobody.
    private static String shortened(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + "…";
    }
}
