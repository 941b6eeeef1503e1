package jp.tenken.projections;

import static jp.tenken.projections.MemoryLog.fact;
import static jp.tenken.projections.ProjectionFixture.eventually;
import static jp.tenken.projections.ProjectionFixture.get;
import static jp.tenken.projections.Sheets.MARKED;
import static jp.tenken.projections.Sheets.OPENED;
import static jp.tenken.projections.Sheets.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.tenken.projections.Sheets.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequenceGateTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final MemoryLog log = fixture.log;
    private final ViewReader<Sheet> reader = ViewReader.of(VIEW, fixture.store, Sheets.CODECS);
    private SequenceGate gate = gate();

    @BeforeEach
    void open() {
        gate = gate();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private SequenceGate gate() {
        return new SequenceGate(
                fixture.env.board(), fixture.log, fixture.executor, fixture.scheduler);
    }

    @Test
    void letsAReadSeeItsOwnWriteEveryTime() {
        fixture.started(VIEW);
        for (int i = 0; i < 300; i++) {
            String tenant = "t" + i % 3;
            long sequence =
                    log.append(tenant, fact(OPENED, "s" + i), fact(MARKED, "s" + i + ",a,yes"))
                            .header()
                            .lastTenantSequence();

            get(gate.await(VIEW.name(), tenant, sequence, LONG));

            assertThat(get(reader.find(tenant, "s" + i)).orElseThrow().row().marks()).hasSize(1);
        }
        assertThat(log.tenantReads.get())
                .as("the log is asked for unknown tenants only")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void knowsWhatWasProjectedBeforeThisProcessStarted() {
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,yes"));
        log.append("other", fact(OPENED, "s"));
        get(fixture.started(VIEW).shutdown());
        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());
        fixture.assemble();
        gate = gate();
        fixture.started(VIEW);

        get(gate.await(VIEW.name(), "t", 1, LONG));
        get(gate.await(VIEW.name(), "t", 2, Duration.ZERO.plusSeconds(30)));

        assertThat(log.tenantReads).hasValue(2);
    }

    @Test
    void waitsForASequenceThatDoesNotExistYet() {
        fixture.started(VIEW);
        CompletableFuture<Void> waiting = gate.await(VIEW.name(), "t", 3, LONG);
        log.append(
                "other",
                fact(OPENED, "s"),
                fact(OPENED, "s"),
                fact(OPENED, "s"),
                fact(OPENED, "s"));
        log.append("t", fact(OPENED, "s"), fact(OPENED, "s"));
        fixture.caughtUp(VIEW.name());
        boolean early = waiting.isDone();

        log.append("t", fact(OPENED, "s"));
        get(waiting);

        assertThat(early).isFalse();
    }

    @Test
    void saysThatTheViewIsBehindWhenTheTimeIsUp() {
        log.append("t", fact(OPENED, "s"));

        CompletableFuture<Void> waiting = gate.await(VIEW.name(), "t", 1, Duration.ofMillis(5));

        assertThat(waiting)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(ViewBehindException.class)
                .withMessageContaining("sheets_v1 has not reached sequence 1");
        eventually("the place is free again", () -> fixture.env.board().waiters() == 0);
    }

    @Test
    void letsEveryoneThroughWhoAsksForNothing() {
        assertThat(gate.await(VIEW.name(), "t", 0, Duration.ZERO)).isCompleted();
    }

    @Test
    void refusesMoreWaitersThanAllowedAndTakesNewOnesWhenSomeLeave() {
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (int i = 0; i < fixture.settings.waiters(); i++) {
            waiting.add(gate.await(VIEW.name(), "t", 1, LONG));
        }

        CompletableFuture<Void> refused = gate.await(VIEW.name(), "t", 1, LONG);
        waiting.getFirst().cancel(false);
        CompletableFuture<Void> taken = gate.await(VIEW.name(), "t", 1, LONG);

        assertThat(refused)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .withCauseInstanceOf(TooManyWaitersException.class);
        log.append("t", fact(OPENED, "s"));
        fixture.started(VIEW);
        get(taken);
        eventually("nobody waits any more", () -> fixture.env.board().waiters() == 0);
    }

    @Test
    void keepsWaitingWhileTheViewStartsOver() {
        log.append("t", fact(OPENED, "s"));
        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());
        CompletableFuture<Void> waiting = gate.await(VIEW.name(), "t", 2, LONG);
        get(processor.shutdown());

        log.append("t", fact(OPENED, "s"));
        get(processor.start());

        get(waiting);
    }

    @Test
    void noticesWhatAnotherProcessProjected() {
        log.append("t", fact(OPENED, "s"));
        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());
        get(processor.shutdown());
        CompletableFuture<Void> waiting = gate.await(VIEW.name(), "t", 2, LONG);
        log.append("t", fact(MARKED, "s,a,yes"));
        assertThat(get(fixture.store.write(VIEW.name(), 1, 2, log.epoch(), List.of()))).isTrue();

        get(processor.start());

        get(waiting);
    }
}
