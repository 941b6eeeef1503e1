package jp.tenken.it.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenken.it.TenkenHttp;
import jp.tenken.it.TenkenProcess;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One of the services, through all its lives. It is started and ended by one thread; any thread may
 * ask for its life.
 */
final class Member implements AutoCloseable {

    private static final int MEGABYTES = 384;

    /**
     * From a start to an end.
     *
     * @param http with the process
     * @param ending whether it is being ended, so that a missing answer is no surprise
     */
    record Life(TenkenHttp http, AtomicBoolean ending) {

        boolean dying() {
            return ending.get();
        }
    }

    private final String name;
    private final Class<?> main;
    private final Map<String, String> settings;
    private final Path folder;
    private int lives;
    private @Nullable TenkenProcess process;
    private volatile @Nullable Life life;

    /** A service that does not run yet. */
    Member(String name, Class<?> main, Map<String, String> settings, Path folder) {
        this.name = name;
        this.main = main;
        this.settings = settings;
        this.folder = folder;
    }

    String name() {
        return name;
    }

    /** Starts it and returns at once. */
    void launch() {
        Path output = folder.resolve("output-%s-%d.txt".formatted(name, ++lives));
        process = TenkenProcess.launch(main, List.of(), settings, MEGABYTES, output);
    }

    /** Waits until it is healthy; from then on it is asked. */
    void awaitReady() {
        life = new Life(new TenkenHttp(process().awaitHealthy()), new AtomicBoolean());
    }

    /** The latest life that has begun; it may be over. */
    Life life() {
        return Objects.requireNonNull(life, name);
    }

    /** {@code kill -9}. */
    void kill() {
        life().ending().set(true);
        process().kill();
    }

    /** {@code SIGTERM}; returns at once. */
    void terminate() {
        life().ending().set(true);
        process().terminate();
    }

    /** Waits for its end, and hears what it said in its life. */
    int awaitEnd(Findings findings) {
        int code = process().awaitEnd();
        requireQuiet(findings);
        return code;
    }

    /** Whether it runs; a process that has ended by itself is a finding. */
    void requireAlive(Findings findings) {
        if (!process().alive()) {
            findings.add(Kind.PROGRAM, name + " ended by itself");
        }
        requireQuiet(findings);
    }

    private void requireQuiet(Findings findings) {
        process()
                .output()
                .lines()
                .filter(line -> line.contains(" ERROR "))
                .forEach(line -> findings.add(Kind.PROGRAM, name + " said: " + line));
    }

    private TenkenProcess process() {
        return Objects.requireNonNull(process, name);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
        Life last = life;
        if (last != null) {
            last.http().close();
        }
    }
}
