package jp.tenken.it.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the clients remember, over all rounds. Thread-safe. */
public final class Ledger {

    private final Map<String, Write> writes = new LinkedHashMap<>();

    /** Remembers a write, or what came of it in the end. */
    public synchronized void remember(Write write) {
        writes.put(write.mark(), write);
    }

    public synchronized @Nullable Write find(String mark) {
        return writes.get(mark);
    }

    /** All writes, in the order in which they were first remembered. */
    public synchronized List<Write> all() {
        return List.copyOf(writes.values());
    }

    /** Writes of which nobody knows what came, in the same order. */
    public List<Write> unknown() {
        return where(write -> write.outcome() instanceof Write.Unknown);
    }

    /** Writes that were acknowledged, in the same order. */
    public List<Write> acknowledged() {
        return where(write -> write.outcome() instanceof Write.Acknowledged);
    }

    private List<Write> where(Predicate<Write> condition) {
        return all().stream().filter(condition).toList();
    }
}
