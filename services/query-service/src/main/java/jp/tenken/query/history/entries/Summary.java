package jp.tenken.query.history.entries;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tenken.kernel.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * One line that says to people what an event was. The lines are read from a resource that anybody
 * can proofread; what stands in a place of a line is put in as it is, or, where the resource knows
 * the word, in the words of the language.
 */
final class Summary {

    private static final Properties LINES = load();
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String SEPARATOR = "+";
    private static final String BETWEEN_NAMES = ", ";

    private Summary() {}

    /** In Japanese; the event's name where there is no line for it. */
    static String ja(Entry entry) {
        return line(entry, entry.nameJa(), "ja", "・");
    }

    /** In English; the event's name where there is no line for it. */
    static String en(Entry entry) {
        return line(entry, entry.nameEn(), "en", ", ");
    }

    private static String line(Entry entry, String name, String language, String between) {
        String line = LINES.getProperty(entry.type() + kind(entry) + language);
        if (line == null) {
            return entry.type();
        }
        return PLACE.matcher(line)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        word(entry, name, place.group(1), language, between)));
    }

    // The first answer was not changed, and an answer that stays was not changed either.
    private static String kind(Entry entry) {
        if (entry.after() == null) {
            return pointsOutAnother(entry) ? ".other." : ".";
        }
        String before = symbol(entry.before());
        return before.isEmpty() ? ".first." : before.equals(symbol(entry.after())) ? ".same." : ".";
    }

    // A contract of somebody else, which the reader is not to know.
    private static boolean pointsOutAnother(Entry entry) {
        String id = entry.told().words().get(HistoryHandlers.CONTRACT);
        return id != null && !entry.contractIds().contains(ContractId.of(id));
    }

    // What registered a contract may have been erased from the log; then its id has to do.
    private static String names(Entry entry, String own) {
        return entry.contractIds().isEmpty()
                ? own
                : entry.named().isEmpty()
                        ? entry.contractIds().stream()
                                .map(ContractId::value)
                                .collect(Collectors.joining(BETWEEN_NAMES))
                        : entry.named().stream()
                                .map(NamedContract::name)
                                .collect(Collectors.joining(BETWEEN_NAMES));
    }

    // Where an event points out one of its contracts, people know it by its name, not by its id.
    private static String pointedOut(Entry entry) {
        String id = entry.told().words().getOrDefault(HistoryHandlers.CONTRACT, "");
        return entry.named().stream()
                .filter(each -> each.contractId().value().equals(id))
                .map(NamedContract::contractNumber)
                .findFirst()
                .orElse(id);
    }

    private static String word(
            Entry entry, String name, String place, String language, String between) {
        return switch (place) {
            case "name" -> names(entry, name);
            case HistoryHandlers.CONTRACT -> pointedOut(entry);
            case "before" -> symbol(entry.before());
            case "after" -> symbol(entry.after());
            default -> spoken(entry.told().words().get(place), language, between);
        };
    }

    private static String spoken(@Nullable String word, String language, String between) {
        if (word == null) {
            return "";
        }
        StringBuilder spoken = new StringBuilder();
        for (String part : word.split(Pattern.quote(SEPARATOR), -1)) {
            if (!spoken.isEmpty()) {
                spoken.append(between);
            }
            String known = LINES.getProperty("word." + part + "." + language);
            if (known == null && word.contains(SEPARATOR)) {
                return word;
            }
            spoken.append(known == null ? part : known);
        }
        return spoken.toString();
    }

    private static String symbol(@Nullable GivenAnswer answer) {
        return answer == null ? "" : answer.symbol();
    }

    private static Properties load() {
        Properties lines = new Properties();
        try (InputStream in =
                Objects.requireNonNull(
                        Summary.class.getResourceAsStream("summaries.properties"),
                        "summaries.properties")) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines;
    }
}
