package jp.tenken.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jp.tenken.runtime.command.CommandListener;

/** Counts commands that are decided again because of a conflict. Thread-safe. */
public final class CommandMeters implements CommandListener {

    private final Counter retries;

    /** In a registry. */
    public CommandMeters(MeterRegistry registry) {
        this.retries =
                Meters.counter(
                        registry,
                        "tenken.command.retries",
                        "Times that a command was decided again because of a conflict");
    }

    @Override
    public void retrying(int attempt) {
        retries.increment();
    }
}
