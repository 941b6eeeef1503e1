package jp.tenken.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param name of the benchmark
 * @param engine to measure
 * @param scale how much of everything
 */
record Options(String name, String engine, Scale scale) {

    private static final long FEWEST_EVENTS = 20_000;
    private static final long MOST_EVENTS = 100_000_000;

    /**
     * Reads {@code <name> [engine] [--quick] [--events N]}.
     *
     * @throws IllegalArgumentException with what is wrong and how it is used
     */
    static Options parse(List<String> arguments, Set<String> names, Set<String> engines) {
        List<String> words = new ArrayList<>();
        boolean quick = false;
        long events = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.equals("--events") && i + 1 < arguments.size()) {
                events = number(arguments.get(++i));
            } else if (argument.startsWith("-")) {
                throw wrong("what is " + argument + "?", names, engines);
            } else {
                words.add(argument);
            }
        }
        if (words.isEmpty() || words.size() > 2) {
            throw wrong("which benchmark?", names, engines);
        }
        if (!names.contains(words.getFirst())) {
            throw wrong("there is no benchmark " + words.getFirst(), names, engines);
        }
        String engine = words.size() == 2 ? words.getLast() : "sqlite";
        if (!engines.contains(engine)) {
            throw wrong("there is no engine " + engine, names, engines);
        }
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        return new Options(words.getFirst(), engine, events == 0 ? scale : scale.of(events));
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text.replace("_", ""));
            if (number >= FEWEST_EVENTS && number <= MOST_EVENTS) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("--events " + text + " is no number", notANumber);
        }
        throw new IllegalArgumentException(
                "--events must be from %d to %d".formatted(FEWEST_EVENTS, MOST_EVENTS));
    }

    private static IllegalArgumentException wrong(
            String what, Set<String> names, Set<String> engines) {
        return new IllegalArgumentException(
                """
                %s
                usage: infra/bench/run <name|all> [engine] [--quick] [--events N]
                  names:   %s
                  engines: %s"""
                        .formatted(what, String.join(" ", names), String.join(" ", engines)));
    }
}
