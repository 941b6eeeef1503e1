package jp.tenken.query.history.entries;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.projections.Envelope;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewBuilder;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/** One row per event, keyed by its id, and the rows that entries are completed from. */
public final class History {

    /** Attribute: the contract that an entry is about. */
    static final String CONTRACT = "contract";

    /** Attribute: subject of who caused it. */
    static final String ACTOR = "actor";

    /** Attribute: qualified name of the event. */
    static final String TYPE = "type";

    /** Attribute: the item that it is about. */
    static final String ITEM = "item";

    /** The view. */
    public static final View<HistoryRow> VIEW = view();

    private History() {}

    private static View<HistoryRow> view() {
        ViewBuilder<HistoryRow> view =
                View.of("history", 1, HistoryRow.class)
                        .sort(row -> row.entry() == null ? "" : HistoryKeys.sort(row.entry()))
                        .attributes(ContractSources.DEPARTMENT, History::departments)
                        .attribute(ContractSources.CONTRACTOR, of(Entry::contractorId))
                        .attribute(CONTRACT, of(Entry::contractId))
                        .attribute(ACTOR, of(History::subject))
                        .attribute(TYPE, of(Entry::type))
                        .attribute(ITEM, of(Entry::itemCode));
        municipal(view, MunicipalityOnboarded.class, e -> null, e -> e.nameJa(), e -> e.nameEn());
        municipal(view, TemplateAdopted.class, e -> null, History::template, History::template);
        municipal(
                view,
                DepartmentEstablished.class,
                e -> e.departmentCode(),
                e -> e.nameJa(),
                e -> e.nameEn());
        municipal(
                view,
                DepartmentRenamed.class,
                e -> e.departmentCode(),
                e -> e.nameJa(),
                e -> e.nameEn());
        view.insertPerEvent(
                        ContractRegistered.class,
                        (event, envelope) ->
                                HistoryRow.of(
                                        Entry.contractual(
                                                envelope,
                                                event.contractId(),
                                                KnownContract.of(event))))
                .insert(
                        ContractRegistered.class,
                        event -> HistoryKeys.contract(event.contractId()),
                        (event, envelope) -> HistoryRow.of(KnownContract.of(event)));
        contractual(view, ContractFactsDeclared.class, ContractFactsDeclared::contractId);
        contractual(view, ChecklistOpened.class, ChecklistOpened::contractId);
        decisions(view);
        return view.build();
    }

    private static void decisions(ViewBuilder<HistoryRow> view) {
        view.insertBeside(
                        ItemDecided.class,
                        (event, envelope) -> List.of(envelope.eventId()),
                        (event, envelope, beside) -> {
                            HistoryRow item = beside.row(HistoryKeys.item(event));
                            GivenAnswer before =
                                    item == null || item.answer() == null
                                            ? GivenAnswer.NONE
                                            : item.answer();
                            return HistoryRow.of(
                                    entry(event.contractId(), envelope, beside)
                                            .decided(
                                                    event.itemCode(),
                                                    before,
                                                    GivenAnswer.of(event),
                                                    event.changeReason()));
                        })
                .update(
                        ItemDecided.class,
                        event -> HistoryKeys.contract(event.contractId()),
                        (row, event, envelope) -> row)
                .on(
                        ItemDecided.class,
                        HistoryKeys::item,
                        (row, event, envelope) -> HistoryRow.of(GivenAnswer.of(event)));
    }

    private static <E> void contractual(
            ViewBuilder<HistoryRow> view, Class<E> type, Function<E, ContractId> contract) {
        view.insertBeside(
                        type,
                        (event, envelope) -> List.of(envelope.eventId()),
                        (event, envelope, beside) ->
                                HistoryRow.of(entry(contract.apply(event), envelope, beside)))
                .update(
                        type,
                        event -> HistoryKeys.contract(contract.apply(event)),
                        (row, event, envelope) -> row);
    }

    private static <E> void municipal(
            ViewBuilder<HistoryRow> view,
            Class<E> type,
            Function<E, @Nullable DepartmentCode> department,
            Function<E, String> nameJa,
            Function<E, String> nameEn) {
        view.insertPerEvent(
                type,
                (event, envelope) -> {
                    DepartmentCode code = department.apply(event);
                    return HistoryRow.of(
                            Entry.municipal(
                                    envelope,
                                    code == null ? List.of() : List.of(code),
                                    nameJa.apply(event),
                                    nameEn.apply(event)));
                });
    }

    private static Entry entry(
            ContractId contractId, Envelope envelope, View.Beside<HistoryRow> beside) {
        HistoryRow row = beside.row(HistoryKeys.contract(contractId));
        // What registered the contract may have been erased from the log; the entry then belongs
        // to the municipality as a whole.
        return row == null || row.contract() == null
                ? Entry.municipal(envelope, List.of(), contractId.value(), contractId.value())
                : Entry.contractual(envelope, contractId, row.contract());
    }

    private static String template(TemplateAdopted event) {
        return event.templateId() + " " + event.templateVersion();
    }

    private static @Nullable String subject(Entry entry) {
        RecordedActor actor = entry.actor();
        return actor == null ? null : actor.subject();
    }

    private static Set<String> departments(HistoryRow row) {
        return row.entry() == null
                ? Set.of()
                : row.entry().departments().stream()
                        .map(DepartmentCode::value)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Function<HistoryRow, @Nullable String> of(
            Function<Entry, @Nullable Object> value) {
        return row -> {
            Object found = row.entry() == null ? null : value.apply(row.entry());
            return found == null ? null : Objects.toString(found);
        };
    }
}
