package jp.tenken.it.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Promises that were found broken. Thread-safe. */
public final class Findings {

    private static final int SHOWN = 50;

    /** Which promise. */
    public enum Kind {
        /** Acknowledged, and not there. */
        LOST,
        /** There more often than it was asked for. */
        DOUBLED,
        /** There in another order, or at another place than was said. */
        REORDERED,
        /** There, and not as it was said, or although it was refused, or although nobody asked. */
        ALTERED,
        /** The log contradicts itself: a hole, a wrong hash, a chain that does not link. */
        LOG,
        /** A view differs from its rebuild. */
        VIEWS,
        /** The program, restarted, answers otherwise than the log says. */
        ANSWERS,
        /** The program behaved as it must not: a 500, a dropped connection, an end of its own. */
        PROGRAM
    }

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> texts = new ArrayList<>();

    /** Adds one. */
    public synchronized void add(Kind kind, String text) {
        counts.merge(kind, 1, Integer::sum);
        if (texts.size() < SHOWN) {
            texts.add(kind + ": " + text);
        }
    }

    /** How many there are of a kind. */
    public synchronized int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** How many there are. */
    public synchronized int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of each kind, in the form {@code lost=0 doubled=0 …}. */
    public synchronized String counted() {
        return Stream.of(Kind.values())
                .map(kind -> "%s=%d".formatted(kind.name().toLowerCase(Locale.ROOT), count(kind)))
                .collect(Collectors.joining(" "));
    }

    /** The first of them in words. */
    public synchronized List<String> texts() {
        return List.copyOf(texts);
    }
}
