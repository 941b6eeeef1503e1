package jp.tenken.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What a run says, and what came of its measures. For one thread. */
final class Report {

    private final PrintStream out;
    private final String engine;
    private final String reservation;
    private final List<Result> results = new ArrayList<>();

    /**
     * A report of figures of an engine.
     *
     * @param reservation why no bar can be passed, said with each result; empty where it can
     */
    Report(PrintStream out, String engine, String reservation) {
        this.out = out;
        this.engine = engine;
        this.reservation = reservation;
    }

    /** A line, formatted as {@link Figures#text}. */
    void line(String format, Object... values) {
        out.println(Figures.text(format, values));
    }

    /** A headline with what belongs under it. */
    void section(String title, List<String> lines) {
        out.println(title);
        lines.forEach(line -> out.println("  " + line.strip().replaceAll("\\s+", " ")));
    }

    /** A measure that is to be at least the bar. */
    void atLeast(String name, double bar, double ratio) {
        add(new Result(name, engine, ratio, bar, false, reservation.isEmpty()));
    }

    /** A measure that is to be at most the bar. */
    void atMost(String name, double bar, double ratio) {
        add(new Result(name, engine, ratio, bar, true, reservation.isEmpty()));
    }

    private void add(Result result) {
        results.add(result);
        if (!reservation.isEmpty()) {
            out.println("NOTE " + reservation);
        }
        out.println(result.line());
        out.flush();
    }

    /** Everything measured so far. */
    List<Result> results() {
        return List.copyOf(results);
    }
}
