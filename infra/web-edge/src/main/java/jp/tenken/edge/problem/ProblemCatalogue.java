package jp.tenken.edge.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Every code that the service can answer, with its status, texts, cause and remedy: {@code
 * problems.yaml} of the documents. Immutable.
 */
public final class ProblemCatalogue {

    /** Where the documents keep it on the class path. */
    public static final String RESOURCE = "/tenken/docs/problems.yaml";

    private final SortedMap<String, ProblemEntry> entries;

    private ProblemCatalogue(SortedMap<String, ProblemEntry> entries) {
        this.entries = entries;
    }

    /**
     * Reads the catalogue that ships with the service.
     *
     * @throws IllegalStateException when it is missing or an entry is incomplete: the service must
     *     not start without words
     */
    public static ProblemCatalogue load() {
        try (InputStream in = ProblemCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Map<String, Map<String, Object>> data = new Yaml(new SafeConstructor(options)).load(in);
            SortedMap<String, ProblemEntry> entries = new TreeMap<>();
            data.forEach((code, entry) -> entries.put(code, entry(code, entry)));
            return new ProblemCatalogue(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entry of a code, if it is one of ours. */
    public Optional<ProblemEntry> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** All entries by code. */
    public List<ProblemEntry> all() {
        return List.copyOf(entries.values());
    }

    /**
     * Those of the given codes that the catalogue does not know; what a test asserts to be empty.
     */
    public SortedSet<String> missing(Collection<String> codes) {
        SortedSet<String> missing = new TreeSet<>(codes);
        missing.removeAll(entries.keySet());
        return missing;
    }

    private static ProblemEntry entry(String code, Map<String, Object> data) {
        Map<Language, ProblemEntry.Texts> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            if (data.get(language.tag()) instanceof Map<?, ?> spoken) {
                texts.put(
                        language,
                        new ProblemEntry.Texts(
                                text(code, language, spoken, "title"),
                                text(code, language, spoken, "detail"),
                                text(code, language, spoken, "cause"),
                                text(code, language, spoken, "remedy")));
            }
        }
        if (!(data.get("status") instanceof Integer status)) {
            throw new IllegalStateException("problem " + code + " has no status");
        }
        return new ProblemEntry(code, status, texts);
    }

    private static String text(String code, Language language, Map<?, ?> spoken, String key) {
        if (spoken.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw new IllegalStateException(
                "problem " + code + " has no " + key + " in " + language.tag());
    }
}
