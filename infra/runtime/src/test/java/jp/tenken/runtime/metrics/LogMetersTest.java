package jp.tenken.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.append.AppendConflictException;
import org.junit.jupiter.api.Test;

class LogMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final LogMeters meters = new LogMeters(registry, nanos::get);
    private final List<Commit> batch = List.of();

    @Test
    void aWriteIsTimedByWhatBecameOfIt() {
        meters.writing(batch);
        nanos.addAndGet(3_000_000);
        meters.written(batch);
        meters.writing(batch);
        nanos.addAndGet(5_000_000);
        meters.refused(batch, new CommitLogException("full"));

        assertThat(write("written")).isEqualTo(3);
        assertThat(write("refused")).isEqualTo(5);
        assertThat(registry.get("tenken.append.batch.commits").summary().count()).isEqualTo(2);
    }

    @Test
    void anUnclearWriteIsOpenUntilItIsResolved() {
        meters.writing(batch);
        meters.unclear(batch, false);
        assertThat(registry.get("tenken.append.unresolved").gauge().value()).isEqualTo(1);
        meters.resolved(batch);
        meters.writing(batch);
        meters.unclear(batch, true);
        meters.resolved(batch);

        assertThat(registry.get("tenken.append.unresolved").gauge().value()).isZero();
        assertThat(count("tenken.append.unknown")).isEqualTo(1);
        assertThat(count("tenken.append.races")).isEqualTo(1);
        assertThat(count("tenken.append.resolved")).isEqualTo(2);
    }

    @Test
    void aConflictIsNoFailureAndEveryFailureHasAReason() {
        meters.failed(new AppendConflictException(0, 1));
        meters.failed(new CommitLogException("full"));
        meters.failed(new IllegalStateException("a defect"));

        assertThat(count("tenken.append.conflicts")).isEqualTo(1);
        assertThat(failures("storage")).isEqualTo(1);
        assertThat(failures("defect")).isEqualTo(1);
        assertThat(failures("overloaded")).isZero();
    }

    private double write(String outcome) {
        return registry.get("tenken.append.write")
                .tag("outcome", outcome)
                .timer()
                .totalTime(TimeUnit.MILLISECONDS);
    }

    private double count(String name) {
        return registry.get(name).counter().count();
    }

    private double failures(String reason) {
        return registry.get("tenken.append.failures").tag("reason", reason).counter().count();
    }
}
