package jp.tenken.edge.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which the service speaks. Japanese is its mother tongue. */
public enum Language {
    /** Japanese: the default. */
    JA("ja", "なし"),
    /** English. */
    EN("en", "none");

    private static final int LONGEST_HEADER = 512;

    private final String tag;
    private final String none;

    Language(String tag, String none) {
        this.tag = tag;
        this.none = none;
    }

    /** What stands in a sentence where there is nothing to name. */
    public String none() {
        return none;
    }

    /** Its BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /**
     * The language that a client likes best among ours.
     *
     * @param acceptLanguage the header; null, unreadable or asking for other languages only =
     *     Japanese
     */
    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null
                || acceptLanguage.isBlank()
                || acceptLanguage.length() > LONGEST_HEADER) {
            return JA;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException unreadable) {
            return JA;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed())
                .map(range -> range.getRange())
                .map(Language::spoken)
                .filter(language -> language != null)
                .findFirst()
                .orElse(JA);
    }

    private static @Nullable Language spoken(String range) {
        if (range.equals("ja") || range.startsWith("ja-") || range.equals("*")) {
            return JA;
        }
        return range.equals("en") || range.startsWith("en-") ? EN : null;
    }
}
