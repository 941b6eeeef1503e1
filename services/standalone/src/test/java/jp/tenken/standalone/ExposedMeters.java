package jp.tenken.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process answers to Prometheus, and what queries ask for that it does not answer.
 *
 * @param types of every family, by its name
 * @param labels of every series, by the name of its samples
 * @param values of every label
 */
record ExposedMeters(
        Map<String, String> types,
        Map<String, Set<String>> labels,
        Map<String, Set<String>> values) {

    private static final Pattern SAMPLE = Pattern.compile("([a-z_0-9]+)(?:\\{(.*)})? [^ ]+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-z_]+)\\s*(?:=~|!=|=)\\s*\"[^\"]*\"");
    private static final Pattern METRIC = Pattern.compile("([a-z_][a-z_0-9]*)(?:\\{([^}]*)})?");

    /** Prometheus gives these to every series, and knows by itself whether a process answers. */
    private static final Set<String> GIVEN = Set.of("instance", "job");

    private static final Set<String> WORDS =
            Set.of("by", "without", "on", "and", "or", "unless", "ignoring", "up", "bool");

    /** Reads the text format. */
    static ExposedMeters of(String text) {
        Map<String, String> types = new TreeMap<>();
        Map<String, Set<String>> labels = new TreeMap<>();
        Map<String, Set<String>> values = new TreeMap<>();
        for (String line : text.lines().toList()) {
            Matcher sample = SAMPLE.matcher(line);
            if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ", -1);
                types.put(words[2], words[3]);
            } else if (sample.matches()) {
                Set<String> of = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
                Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
                while (label.find()) {
                    of.add(label.group(1));
                    values.computeIfAbsent(label.group(1), name -> new TreeSet<>())
                            .add(label.group(2));
                }
            }
        }
        return new ExposedMeters(types, labels, values);
    }

    /** The metrics and labels of a query that no series has. */
    List<String> missing(String query) {
        List<String> missing = new ArrayList<>();
        Set<String> known = new TreeSet<>(GIVEN);
        // Functions and grouping are no metrics; what is grouped by must be a label of a metric.
        String plain = query.replaceAll("\\[[^]]*]", "");
        List<String> grouped = new ArrayList<>();
        Matcher group =
                Pattern.compile("\\b(?:by|on|without|ignoring)\\s*\\(([^)]*)\\)").matcher(plain);
        while (group.find()) {
            grouped.addAll(List.of(group.group(1).trim().split("\\s*,\\s*", -1)));
        }
        String metrics =
                group.reset()
                        .replaceAll(" ")
                        .replaceAll("\\b[a-z_]+\\s*\\(", "(")
                        .replaceAll("(?<![\\w{\"|-])\\d+(\\.\\d+)?(?![\\w\"])", " ");
        for (MatchResult metric : METRIC.matcher(metrics).results().toList()) {
            String name = metric.group(1);
            if (WORDS.contains(name)) {
                continue;
            }
            Set<String> has = labels.get(name);
            if (has == null) {
                missing.add(name);
                continue;
            }
            known.addAll(has);
            Matcher selector = SELECTOR.matcher(metric.group(2) == null ? "" : metric.group(2));
            while (selector.find()) {
                if (!has.contains(selector.group(1)) && !GIVEN.contains(selector.group(1))) {
                    missing.add(name + "{" + selector.group(1) + "}");
                }
            }
        }
        grouped.stream().filter(label -> !known.contains(label)).forEach(missing::add);
        return missing;
    }
}
