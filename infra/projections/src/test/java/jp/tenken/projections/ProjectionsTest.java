package jp.tenken.projections;

import static jp.tenken.projections.MemoryLog.fact;
import static jp.tenken.projections.ProjectionFixture.eventually;
import static jp.tenken.projections.ProjectionFixture.get;
import static jp.tenken.projections.Sheets.MARKED;
import static jp.tenken.projections.Sheets.OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionsTest {

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final MemoryLog log = fixture.log;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void keepsSeveralViewsOfOneLog() {
        Projections projections =
                new Projections(List.of(Sheets.VIEW, Sheets.HISTORY), fixture.env);
        for (int i = 0; i < 500; i++) {
            log.append("t", fact(OPENED, "s" + i));
        }

        get(projections.start());
        get(projections.awaitCaughtUp());

        assertThat(fixture.store.contents(Sheets.VIEW.name())).hasSize(500);
        assertThat(fixture.store.contents(Sheets.HISTORY.name())).hasSize(500);
        eventually(
                "all live",
                () ->
                        projections.statuses().stream()
                                .allMatch(status -> status.state() == ViewState.LIVE));
        assertThat(projections.statuses())
                .extracting(ViewStatus::view)
                .containsExactly(Sheets.VIEW.name(), Sheets.HISTORY.name());
        assertThat(projections.statuses())
                .allSatisfy(
                        status -> {
                            assertThat(status.position()).isEqualTo(500);
                            assertThat(status.head()).isEqualTo(500);
                            assertThat(status.lag()).isZero();
                            assertThat(status.failure()).isNull();
                        });
        assertThat(projections.processors())
                .extracting(ProjectionProcessor::name)
                .containsExactly("sheets_v1", "history_v1");
    }

    @Test
    void startsTheOthersWhenOneCannot() {
        Projections projections =
                new Projections(
                        List.of(
                                Sheets.failing("broken", "bad", IllegalStateException::new),
                                Sheets.VIEW),
                        fixture.env);
        log.append("t", fact(OPENED, "s"), fact(MARKED, "s,a,bad"));

        get(projections.start());
        fixture.caughtUp(Sheets.VIEW.name());

        eventually(
                "the alarm",
                () -> projections.status(new ViewName("broken", 1)).state() == ViewState.FAILED);
        assertThat(projections.status(new ViewName("broken", 1)).lag()).isEqualTo(2);
        assertThat(projections.status(Sheets.VIEW.name()).lag()).isZero();
    }

    @Test
    void stopsAndStartsAgain() {
        Projections projections = new Projections(List.of(Sheets.VIEW), fixture.env);
        get(projections.start());
        get(projections.shutdown());
        log.append("t", fact(OPENED, "s"));
        assertThat(projections.status(Sheets.VIEW.name()).state()).isEqualTo(ViewState.STOPPED);
        assertThat(projections.status(Sheets.VIEW.name()).eventsPerSecond()).isZero();

        get(projections.start());
        get(projections.awaitCaughtUp());

        assertThat(fixture.store.contents(Sheets.VIEW.name())).hasSize(1);
    }

    @Test
    void refusesTwoViewsOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Projections(List.of(Sheets.VIEW, Sheets.VIEW), fixture.env));
    }

    @Test
    void refusesToSpeakOfAViewThatItDoesNotKeep() {
        Projections projections = new Projections(List.of(Sheets.VIEW), fixture.env);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> projections.status(new ViewName("unknown", 1)));
    }
}
