package jp.tenken.projections;

import static jp.tenken.projections.MemoryLog.fact;
import static jp.tenken.projections.ProjectionFixture.eventually;
import static jp.tenken.projections.ProjectionFixture.get;
import static jp.tenken.projections.Sheets.MARKED;
import static jp.tenken.projections.Sheets.OPENED;
import static jp.tenken.projections.Sheets.UNHANDLED;
import static jp.tenken.projections.Sheets.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.CommitLogException;
import jp.tenken.eventstore.LogHoleException;
import jp.tenken.projections.Sheets.Line;
import jp.tenken.projections.Sheets.Marked;
import jp.tenken.projections.Sheets.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionAlarmTest {

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final MemoryLog log = fixture.log;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void stopsAtAHoleAndNeverSkipsIt() {
        log.append("t", fact(OPENED, "s"));
        Commit lost = log.append("t", fact(MARKED, "s,a,yes"), fact(MARKED, "s,b,yes"));
        log.append("t", fact(MARKED, "s,c,yes"));
        log.lose(lost);

        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        eventually("the alarm", () -> !fixture.alarms.isEmpty());

        assertThat(processor.isError()).isTrue();
        assertThat(processor.isRunning()).isFalse();
        assertThat(fixture.alarms.getFirst())
                .hasMessageContaining("sheets_v1")
                .hasMessageContaining("position 2");
        assertThat(processor.status().failure()).contains("position 2");
        assertThat(get(fixture.store.progress(VIEW.name())).position()).isEqualTo(1);
    }

    @Test
    void stopsAtAHoleAtTheEndOfTheLog() {
        log.append("t", fact(OPENED, "s"));
        log.lose(log.append("t", fact(UNHANDLED, "")));

        fixture.started(VIEW);
        eventually("the alarm", () -> !fixture.alarms.isEmpty());

        assertThat(fixture.alarms.getFirst()).hasMessageContaining("position 2");
        assertThat(fixture.alarms.getFirst().isHole()).isTrue();
        assertThat(get(fixture.store.progress(VIEW.name())).position()).isEqualTo(1);
    }

    @Test
    void stopsWhenTheLogItselfReportsAHole() {
        log.append("t", fact(OPENED, "s"));
        Commit far = log.append("t", fact(OPENED, "s"), fact(OPENED, "s"));
        log.failWith(
                () -> {
                    LogHoleException.unlessContiguous(0, far);
                    return new CommitLogException("no hole");
                });

        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        eventually("the alarm", () -> !fixture.alarms.isEmpty());

        assertThat(processor.isError()).isTrue();
        assertThat(fixture.pauses).isEmpty();
        assertThat(fixture.alarms.getFirst().isHole()).isTrue();
        assertThat(processor.status().failure()).contains("LogHoleException");
    }

    @Test
    void tellsOfEveryCommitThatItTakesUpBeforeItIsWritten() {
        log.append("t", fact(OPENED, "s"));
        log.append("t", fact(UNHANDLED, ""));

        fixture.started(VIEW);
        fixture.caughtUp(VIEW.name());

        assertThat(fixture.begun).containsExactly(1L, 2L);
    }

    @Test
    void goesOnFromAHoleOnceItIsMended() {
        log.append("t", fact(OPENED, "s"));
        Commit lost = log.append("t", fact(MARKED, "s,a,yes"));
        log.append("t", fact(MARKED, "s,c,yes"));
        log.lose(lost);
        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        eventually("the alarm", () -> processor.status().state() == ViewState.FAILED);

        log.find(lost);
        get(processor.start());
        fixture.caughtUp(VIEW.name());

        assertThat(processor.isError()).isFalse();
        assertThat(fixture.store.contents(VIEW.name())).hasSize(3);
    }

    @Test
    void stopsAtAFailingHandlerAfterWritingEverythingBeforeIt() {
        log.append("t", fact(OPENED, "s"));
        log.append("t", fact(UNHANDLED, ""), fact(MARKED, "s,a,yes"));
        log.append("t", fact(UNHANDLED, ""));
        log.append("t", fact(MARKED, "s,b,yes"), fact(MARKED, "s,secret,bad"), fact(UNHANDLED, ""));
        log.append("t", fact(MARKED, "s,c,yes"));

        ProjectionProcessor<Sheet> processor =
                fixture.started(
                        failing(() -> new IllegalStateException("the payload says secret")));
        eventually("the alarm", () -> !fixture.alarms.isEmpty());
        assertThat(fixture.alarms.getFirst().isHole()).isFalse();

        assertThat(processor.isError()).isTrue();
        assertThat(fixture.alarms.getFirst())
                .hasMessage(
                        "failing_v1 failed at position 6 on event event-6 (test.Marked v1),"
                                + " sequence 6 of its tenant: java.lang.IllegalStateException");
        assertThat(fixture.alarms.getFirst()).hasNoCause();
        assertThat(fixture.alarms.getFirst().getStackTrace()[0].getClassName())
                .contains("ProjectionAlarmTest");
        ViewName name = processor.view().name();
        assertThat(get(fixture.store.progress(name)).position()).isEqualTo(4);
        assertThat(fixture.store.contents(name))
                .containsOnlyKeys("RowKey[tenant=t, key=s]@1", "RowKey[tenant=t, key=s]@3");
    }

    @Test
    void leavesOtherViewsAlone() {
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,bad"));

        ProjectionProcessor<Sheet> broken = fixture.started(failing(IllegalStateException::new));
        ProjectionProcessor<Sheet> sound = fixture.started(VIEW);
        eventually("the alarm", broken::isError);
        log.append("t", fact(MARKED, "s,b,yes"));
        fixture.caughtUp(VIEW.name());

        assertThat(sound.isError()).isFalse();
        assertThat(fixture.store.contents(VIEW.name())).hasSize(2);
    }

    @Test
    void stopsAtErrorsAsWellAsAtExceptions() {
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,bad"));

        ProjectionProcessor<Sheet> processor =
                fixture.started(failing(() -> new NoClassDefFoundError("gone")));
        eventually("the alarm", () -> !fixture.alarms.isEmpty());

        assertThat(processor.isError()).isTrue();
        assertThat(fixture.alarms.getFirst())
                .hasMessageEndingWith("java.lang.NoClassDefFoundError");
    }

    @Test
    void stopsAtAPayloadThatCannotBeRead() {
        log.append("t", fact(OPENED, "s"));
        log.append("t", fact(MARKED, "one field only"));

        ProjectionProcessor<Sheet> processor = fixture.started(VIEW);
        eventually("the alarm", () -> !fixture.alarms.isEmpty());

        assertThat(processor.isError()).isTrue();
        assertThat(fixture.alarms.getFirst())
                .hasMessageContaining("event-2")
                .hasMessageContaining("position 2");
        assertThat(get(fixture.store.progress(VIEW.name())).position()).isEqualTo(1);
    }

    @Test
    void stopsAtARowThatCannotBeWritten() {
        View<Line> view =
                View.of("unwritable", 1, Line.class)
                        .sort(
                                line -> {
                                    throw new IllegalStateException("no sort");
                                })
                        .insertPerEvent(
                                Marked.class, (event, envelope) -> new Line(1, event.mark()))
                        .build();
        log.append("t", fact(OPENED, "s"));
        log.append("t", fact(MARKED, "s,a,yes"));

        ProjectionProcessor<Line> processor = fixture.started(view);
        eventually("the alarm", processor::isError);

        assertThat(processor.status().failure()).contains("event-2");
        assertThat(get(fixture.store.progress(view.name())).position()).isEqualTo(1);
    }

    @Test
    void stopsAgainAtTheSameEventWhenItIsStartedAgain() {
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,bad"));
        ProjectionProcessor<Sheet> processor = fixture.started(failing(IllegalStateException::new));
        eventually("the alarm", () -> fixture.alarms.size() == 1 && !processor.isRunning());

        get(processor.start());
        eventually("the second alarm", () -> fixture.alarms.size() == 2);

        assertThat(fixture.alarms.get(1)).hasMessage(fixture.alarms.get(0).getMessage());
    }

    private static View<Sheet> failing(Supplier<@Nullable Throwable> failure) {
        return Sheets.failing("failing", "bad", failure);
    }
}
