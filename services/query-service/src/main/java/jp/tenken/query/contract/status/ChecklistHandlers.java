package jp.tenken.query.contract.status;

import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistEvent;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.projections.Envelope;
import jp.tenken.projections.ViewBuilder;

/** What a checklist's events do to the row of its contract. */
final class ChecklistHandlers {

    private ChecklistHandlers() {}

    static void addTo(ViewBuilder<ContractRow> view) {
        view.update(
                ChecklistOpened.class,
                event -> event.contractId().value(),
                (row, e, at) -> row.matters(at, open -> open.of(ItemStanding.of(e, at))));
        on(view, ItemDecided.class, (i, e, at) -> i.answered(e.itemCode(), e.answer(), at));
        on(
                view,
                ItemDecisionRevised.class,
                (i, e, at) -> i.answered(e.itemCode(), e.to().answer(), at));
        on(view, ItemReconfirmed.class, (i, e, at) -> i.reconfirmed(e.itemCode()));
        on(view, RevisionOpened.class, (i, e, at) -> i.revisionOpened());
        on(view, RevisionDiscarded.class, (i, e, at) -> i.revisionDiscarded());
        on(view, ChecklistConfirmed.class, (i, e, at) -> i.revisionConfirmed());
    }

    /** What an event does to the items. */
    @FunctionalInterface
    private interface Change<E> {
        ItemStanding apply(ItemStanding items, E event, Envelope envelope);
    }

    private static <E extends ChecklistEvent> void on(
            ViewBuilder<ContractRow> view, Class<E> type, Change<E> change) {
        view.update(
                type,
                (E event) -> event.contractId().value(),
                (row, event, at) ->
                        row.matters(
                                at, open -> open.items(items -> change.apply(items, event, at))));
    }
}
