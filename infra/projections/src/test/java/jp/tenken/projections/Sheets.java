package jp.tenken.projections;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tenken.eventstore.StoredEvent;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;

/**
 * A small domain for the specifications: sheets are opened, marked, linked to one another and
 * discarded.
 */
final class Sheets {

    static final String OPENED = "test.Opened";
    static final String MARKED = "test.Marked";
    static final String LINKED = "test.Linked";
    static final String DISCARDED = "test.Discarded";
    static final String UNHANDLED = "test.Unhandled";

    @Event(namespace = "test", name = "Opened", version = "1")
    record Opened(String sheet) {}

    @Event(namespace = "test", name = "Marked", version = "1")
    record Marked(String sheet, String item, String mark) {}

    @Event(namespace = "test", name = "Linked", version = "1")
    record Linked(List<String> sheets) {}

    @Event(namespace = "test", name = "Discarded", version = "1")
    record Discarded(String sheet) {}

    /** The row of the sheets view. */
    record Sheet(String id, TreeMap<String, String> marks, int links) {

        Sheet marked(String item, String mark) {
            TreeMap<String, String> next = new TreeMap<>(marks);
            next.put(item, mark);
            return new Sheet(id, next, links);
        }
    }

    /** The row of the history view. */
    record Line(long sequence, String text) {}

    static final View<Sheet> VIEW = sheets("sheets");

    static final View<Line> HISTORY =
            View.of("history", 1, Line.class)
                    .sort(line -> "%020d".formatted(line.sequence()))
                    .insertPerEvent(
                            Opened.class,
                            (event, envelope) -> new Line(envelope.sequence(), "opened"))
                    .insertPerEvent(
                            Marked.class,
                            (event, envelope) -> new Line(envelope.sequence(), event.mark()))
                    .build();

    private Sheets() {}

    static View<Sheet> sheets(String name) {
        return View.of(name, 1, Sheet.class)
                .sort(Sheet::id)
                .text(sheet -> String.join(" ", sheet.marks().values()))
                .attributes("mark", sheet -> List.copyOf(sheet.marks().values()))
                .attribute("linked", sheet -> sheet.links() > 0 ? "yes" : null)
                .insert(
                        Opened.class,
                        Opened::sheet,
                        (event, envelope) -> new Sheet(event.sheet(), new TreeMap<>(), 0))
                .update(
                        Marked.class,
                        Marked::sheet,
                        (row, event, envelope) -> row.marked(event.item(), event.mark()))
                .onEach(
                        Linked.class,
                        (event, envelope) -> event.sheets(),
                        (key, row, event, envelope) ->
                                row == null
                                        ? new Sheet(key, new TreeMap<>(), 1)
                                        : new Sheet(key, row.marks(), row.links() + 1))
                .on(Discarded.class, Discarded::sheet, (row, event, envelope) -> null)
                .build();
    }

    /** A view that fails on a mark. */
    static View<Sheet> failing(String name, String mark, Supplier<@Nullable Throwable> failure) {
        return View.of(name, 1, Sheet.class)
                .insert(
                        Opened.class,
                        Opened::sheet,
                        (event, envelope) -> new Sheet(event.sheet(), new TreeMap<>(), 0))
                .update(
                        Marked.class,
                        Marked::sheet,
                        (row, event, envelope) -> {
                            if (event.mark().equals(mark)) {
                                Throwable thrown = failure.get();
                                if (thrown != null) {
                                    Sheets.<RuntimeException>sneak(thrown);
                                }
                            }
                            return row.marked(event.item(), event.mark());
                        })
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    /** Reads payloads as {@link MemoryLog} writes them: fields joined by commas. */
    static Object decode(StoredEvent event) {
        String[] fields = new String(event.payload(), StandardCharsets.UTF_8).split(",", -1);
        return switch (event.name()) {
            case OPENED -> new Opened(fields[0]);
            case MARKED -> new Marked(fields[0], fields[1], fields[2]);
            case LINKED -> new Linked(Arrays.asList(fields));
            case DISCARDED -> new Discarded(fields[0]);
            default -> throw new IllegalArgumentException("nobody should decode " + event.name());
        };
    }

    /** Codecs for both rows. */
    static final RowCodecs CODECS =
            new RowCodecs() {
                @Override
                public <R> RowCodec<R> of(Class<R> type) {
                    return new RowCodec<>() {
                        @Override
                        public byte[] encode(R row) {
                            return write(row).getBytes(StandardCharsets.UTF_8);
                        }

                        @Override
                        public R decode(byte[] document) {
                            return type.cast(
                                    read(type, new String(document, StandardCharsets.UTF_8)));
                        }
                    };
                }
            };

    private static String write(Object row) {
        return switch (row) {
            case Sheet sheet ->
                    sheet.id()
                            + ";"
                            + sheet.links()
                            + ";"
                            + sheet.marks().entrySet().stream()
                                    .map(mark -> mark.getKey() + "=" + mark.getValue())
                                    .collect(Collectors.joining(","));
            case Line line -> line.sequence() + ";" + line.text();
            default -> throw new IllegalArgumentException("no row: " + row.getClass());
        };
    }

    private static Object read(Class<?> type, String document) {
        List<String> fields = Arrays.asList(document.split(";", -1));
        if (type == Line.class) {
            return new Line(Long.parseLong(fields.get(0)), fields.get(1));
        }
        TreeMap<String, String> marks = new TreeMap<>();
        for (String mark : fields.get(2).isEmpty() ? new String[0] : fields.get(2).split(",", -1)) {
            marks.putAll(
                    Map.of(
                            mark.substring(0, mark.indexOf('=')),
                            mark.substring(mark.indexOf('=') + 1)));
        }
        return new Sheet(fields.get(0), marks, Integer.parseInt(fields.get(1)));
    }
}
