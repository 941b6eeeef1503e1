package jp.tenken.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tenken.projections.Sheets.Line;
import jp.tenken.projections.Sheets.Opened;
import jp.tenken.projections.Sheets.Sheet;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.junit.jupiter.api.Test;

class ViewTest {

    record Unnamed(String id) {}

    @Event(version = "1")
    record NamedByItsClass(String id) {}

    @Test
    void findsItsHandlersByTheStableNameOfTheEvent() {
        assertThat(Sheets.VIEW.handlers(Sheets.MARKED)).hasSize(1);
        assertThat(Sheets.VIEW.handlers(Sheets.UNHANDLED)).isEmpty();
        assertThat(Sheets.VIEW.eventNames())
                .containsExactlyInAnyOrder(
                        Sheets.OPENED, Sheets.MARKED, Sheets.LINKED, Sheets.DISCARDED);
    }

    @Test
    void refusesEventsWhoseNameWouldFollowTheJavaClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                View.of("v", 1, Line.class)
                                        .insert(
                                                Unnamed.class,
                                                Unnamed::id,
                                                (event, envelope) -> new Line(0, "")))
                .withMessageContaining("@Event");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                View.of("v", 1, Line.class)
                                        .insert(
                                                NamedByItsClass.class,
                                                NamedByItsClass::id,
                                                (event, envelope) -> new Line(0, "")))
                .withMessageContaining("@Event");
    }

    @Test
    void projectsARowToWhatListsNeed() {
        TreeMap<String, String> marks = new TreeMap<>(Map.of("a", "yes", "b", "no"));

        Row row =
                Sheets.VIEW.version(
                        new RowKey("t", "s"), 7, new Sheet("s", marks, 1), new byte[] {1});

        assertThat(row.sort()).isEqualTo("s");
        assertThat(row.text()).isEqualTo("yes no");
        assertThat(row.attributes())
                .isEqualTo(Map.of("mark", Set.of("yes", "no"), "linked", Set.of("yes")));
        assertThat(row.live()).isTrue();
        assertThat(
                        Sheets.VIEW
                                .version(
                                        new RowKey("t", "s"),
                                        7,
                                        new Sheet("s", new TreeMap<>(), 0),
                                        new byte[0])
                                .attributes())
                .isEmpty();
    }

    @Test
    void knowsWhetherItsRowsAreNeverReadBack() {
        assertThat(Sheets.HISTORY.insertOnly()).isTrue();
        assertThat(Sheets.VIEW.insertOnly()).isFalse();
    }

    @Test
    void keepsTenantsApartAlsoInASharedPartition() {
        View<Line> directory =
                View.of("directory", 1, Line.class)
                        .keptIn("everybody")
                        .insert(Opened.class, Opened::sheet, (event, envelope) -> new Line(0, ""))
                        .build();

        assertThat(directory.rowKey("t1", "t1")).isEqualTo(new RowKey("everybody", "t1"));
        assertThat(directory.rowKey("t1", "t1/a")).isEqualTo(new RowKey("everybody", "t1/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.rowKey("t1", "t2"));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.rowKey("t1", "t10/a"));
        assertThatIllegalArgumentException().isThrownBy(() -> directory.rowKey("t1", " "));
    }

    @Test
    void refusesANameThatLeavesNoRoomForARebuild() {
        ViewBuilder<Line> tooLong =
                View.of("a".repeat(41), 1, Line.class)
                        .insertPerEvent(Opened.class, (event, envelope) -> new Line(0, ""));

        assertThatIllegalArgumentException().isThrownBy(tooLong::build);
    }

    @Test
    void refusesTwoAttributesOfOneNameAndAViewWithoutEvents() {
        ViewBuilder<Line> builder = View.of("v", 1, Line.class).attribute("text", Line::text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.attributes("text", line -> List.of(line.text())));
        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }
}
