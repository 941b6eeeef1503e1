package jp.tenken.query.history.entries;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenken.kernel.ItemCode;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewBuilder;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/** One row per event, keyed by its id, and the rows that entries are completed from. */
public final class History {

    /** Attribute: the contracts that an entry is about. */
    static final String CONTRACT = "contract";

    /** Attribute: subject of who caused it. */
    static final String ACTOR = "actor";

    /** Attribute: qualified name of the event. */
    static final String TYPE = "type";

    /** Attribute: the items that it is about. */
    static final String ITEM = "item";

    /** The view. */
    public static final View<HistoryRow> VIEW = view();

    private History() {}

    private static View<HistoryRow> view() {
        ViewBuilder<HistoryRow> view =
                View.of("history", 4, HistoryRow.class)
                        .sort(row -> row.entry() == null ? "" : HistoryKeys.sort(row.entry()))
                        .attributes(ContractSources.DEPARTMENT, all(Entry::departments))
                        .attributes(ContractSources.CONTRACTOR, all(Entry::contractors))
                        .attributes(CONTRACT, all(Entry::contractIds))
                        .attributes(ACTOR, all(entry -> subjects(entry.actor())))
                        .attributes(TYPE, all(entry -> List.of(entry.type())))
                        .attributes(ITEM, all(History::items));
        HistoryHandlers handlers = new HistoryHandlers(view);
        MunicipalLines.addTo(handlers);
        ContractLines.addTo(handlers);
        ChecklistLines.addTo(handlers);
        MatterLines.addTo(handlers);
        return view.build();
    }

    private static List<ItemCode> items(Entry entry) {
        return entry.told().itemCodes();
    }

    private static List<String> subjects(@Nullable RecordedActor actor) {
        return actor == null ? List.of() : List.of(actor.subject());
    }

    private static Function<HistoryRow, Collection<String>> all(
            Function<Entry, ? extends Collection<?>> values) {
        return row ->
                row.entry() == null
                        ? Set.of()
                        : values.apply(row.entry()).stream()
                                .map(Object::toString)
                                .collect(Collectors.toUnmodifiableSet());
    }
}
