package jp.tenken.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import jp.tenken.projections.Sheets.Opened;
import org.junit.jupiter.api.Test;

class FacetTest {

    private static final RowKey KEY = new RowKey("t", "k");
    private static final byte[] DOCUMENT = {};

    /** A row with a part that mostly stays. */
    record Folder(List<String> labels, int pages) {}

    private final AtomicInteger asked = new AtomicInteger();
    private final View<Folder> view =
            View.of("folders", 1, Folder.class)
                    .sort(folder -> "s" + folder.pages() / 10)
                    .text(Folder::labels, labels -> String.join(" ", labels))
                    .attributes(
                            "label",
                            Folder::labels,
                            labels -> {
                                asked.incrementAndGet();
                                return labels;
                            })
                    .insert(
                            Opened.class,
                            Opened::sheet,
                            (event, envelope) -> new Folder(List.of(), 0))
                    .build();

    private Row version(Folder folder, Folder before, Row stood) {
        return view.version(KEY, 2, folder, DOCUMENT, new Standing<>(before, 0, stood, null));
    }

    @Test
    void isNotComputedAgainWhileItsPartIsTheSameObject() {
        Folder first = new Folder(List.of("a", "b"), 1);
        Row stood = view.version(KEY, 1, first, DOCUMENT);

        Row next = version(new Folder(first.labels(), 2), first, stood);

        assertThat(asked).hasValue(1);
        assertThat(next.attributes()).isSameAs(stood.attributes());
        assertThat(next.text()).isSameAs(stood.text()).isEqualTo("a b");
        assertThat(next.sort()).isSameAs(stood.sort());
    }

    @Test
    void followsItsPart() {
        Folder first = new Folder(List.of("a"), 1);
        Row stood = view.version(KEY, 1, first, DOCUMENT);

        Row next = version(new Folder(List.of("b"), 10), first, stood);

        assertThat(next.attributes()).isEqualTo(Map.of("label", Set.of("b")));
        assertThat(next.text()).isEqualTo("b");
        assertThat(next.sort()).isEqualTo("s1");
        assertThat(version(new Folder(List.of(), 10), first, stood).attributes()).isEmpty();
    }

    @Test
    void isComputedWhereTheVersionBeforeIsNotKnown() {
        Folder first = new Folder(List.of("a"), 1);

        Row next =
                view.version(
                        KEY, 2, new Folder(first.labels(), 2), DOCUMENT, Standing.stored(first, 0));

        assertThat(next.attributes()).isEqualTo(Map.of("label", Set.of("a")));
        assertThat(next.text()).isEqualTo("a");
    }
}
