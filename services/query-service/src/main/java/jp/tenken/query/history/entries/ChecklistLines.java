package jp.tenken.query.history.entries;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistEvent;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.checklist.ChecklistSubmissionWithdrawn;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionOpened;
import org.jspecify.annotations.Nullable;

/** Entries about checklists and evidence. */
final class ChecklistLines {

    private ChecklistLines() {}

    static void addTo(HistoryHandlers to) {
        checklist(to, ChecklistOpened.class, e -> about(e));
        decisions(
                to,
                ItemDecided.class,
                e -> item(e, e.itemCode()).because(e.reason()).changed(e.changeReason()),
                e -> e.itemCode(),
                (e, last) -> last == null ? GivenAnswer.NONE : last,
                GivenAnswer::of);
        decisions(
                to,
                ItemDecisionRevised.class,
                e -> item(e, e.itemCode()).because(e.to().reason()).changed(e.changeReason()),
                e -> e.itemCode(),
                GivenAnswer::before,
                GivenAnswer::of);
        checklist(to, ItemReconfirmed.class, e -> item(e, e.itemCode()));
        checklist(to, ChecklistSubmitted.class, e -> about(e).saying(e.comment()));
        checklist(to, ChecklistSubmissionWithdrawn.class, e -> about(e).saying(e.comment()));
        checklist(to, ChecklistSentBack.class, e -> about(e).saying(e.comment()));
        checklist(to, ChecklistApproved.class, e -> about(e).saying(e.comment()));
        checklist(
                to,
                ChecklistConfirmed.class,
                e -> about(e).word("day", e.effectiveOn()).saying(e.comment()));
        checklist(
                to, RevisionOpened.class, e -> about(e).word("kind", e.kind()).because(e.reason()));
        checklist(to, RevisionDiscarded.class, e -> about(e).because(e.reason()));
        to.contract(
                EvidenceReferenced.class,
                e -> e.contractId(),
                e ->
                        Told.about("contracts/" + e.contractId() + "/evidence/" + e.evidenceId())
                                .items(e.itemCodes())
                                .word("title", e.title()));
        to.contract(
                EvidenceWithdrawn.class,
                e -> e.contractId(),
                e ->
                        Told.about("contracts/" + e.contractId() + "/evidence/" + e.evidenceId())
                                .word("evidence", e.evidenceId())
                                .because(e.reason()));
    }

    private static Told about(ChecklistEvent event) {
        return Told.about("contracts/" + event.contractId() + "/checklist")
                .word("revision", event.revision());
    }

    private static Told item(ChecklistEvent event, ItemCode code) {
        return Told.about("contracts/" + event.contractId() + "/checklist/items/" + code)
                .items(List.of(code))
                .word("item", code);
    }

    private static <E extends ChecklistEvent> void checklist(
            HistoryHandlers to, Class<E> type, Function<E, Told> told) {
        to.contract(type, e -> e.contractId(), told);
    }

    private static <E extends ChecklistEvent> void decisions(
            HistoryHandlers to,
            Class<E> type,
            Function<E, Told> told,
            Function<E, ItemCode> item,
            BiFunction<E, @Nullable GivenAnswer, GivenAnswer> before,
            Function<E, GivenAnswer> after) {
        to.view()
                .insertBeside(
                        type,
                        (event, envelope) -> List.of(envelope.eventId()),
                        (event, envelope, beside) -> {
                            HistoryRow last =
                                    beside.row(
                                            HistoryKeys.item(
                                                    event.contractId(), item.apply(event)));
                            return HistoryRow.of(
                                    HistoryHandlers.entry(
                                                    List.of(event.contractId()),
                                                    told.apply(event),
                                                    envelope,
                                                    beside)
                                            .decided(
                                                    before.apply(
                                                            event,
                                                            last == null ? null : last.answer()),
                                                    after.apply(event)));
                        })
                .update(
                        type,
                        (E event) -> HistoryKeys.contract(event.contractId()),
                        (row, event, envelope) -> row)
                .on(
                        type,
                        (E event) -> HistoryKeys.item(event.contractId(), item.apply(event)),
                        (row, event, envelope) -> HistoryRow.of(after.apply(event)));
    }
}
