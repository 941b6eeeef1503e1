package jp.tenken.query.checklist.sheet;

import java.util.Set;
import java.util.function.Function;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.checklist.ChecklistSubmissionWithdrawn;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewBuilder;
import jp.tenken.query.contract.FactDependencies;

/**
 * One row per contract, keyed by its id: the checklist in its latest revision. An earlier revision
 * is read from the version of the row that held it.
 */
public final class ChecklistSheet {

    /** The view. */
    public static final View<ChecklistRow> VIEW = view();

    private ChecklistSheet() {}

    private static View<ChecklistRow> view() {
        ViewBuilder<ChecklistRow> view =
                View.of("checklist_sheet", 3, ChecklistRow.class)
                        .insert(
                                ContractRegistered.class,
                                event -> event.contractId().value(),
                                (event, envelope) -> ChecklistRow.of(event));
        update(view, ContractFactsDeclared.class, e -> e.contractId(), (r, e, v) -> r.evolve(e));
        update(view, ContractAmended.class, e -> e.contractId(), (r, e, v) -> r.evolve(e));
        update(view, ContractClosed.class, e -> e.contractId(), (r, e, v) -> r.evolve(e));
        update(
                view,
                ContractTransferredToDepartment.class,
                e -> e.contractId(),
                (r, e, v) -> r.of(r.parties().evolve(e)));
        update(
                view,
                ParticipatingDepartmentsSet.class,
                e -> e.contractId(),
                (r, e, v) -> r.of(r.parties().evolve(e)));
        update(view, ChecklistOpened.class, e -> e.contractId(), (r, e, v) -> r.evolve(e));
        update(view, ItemDecided.class, e -> e.contractId(), ChecklistRow::evolve);
        update(view, ItemDecisionRevised.class, e -> e.contractId(), ChecklistRow::evolve);
        update(view, ItemReconfirmed.class, e -> e.contractId(), (r, e, v) -> r.evolve(e));
        update(
                view,
                ChecklistSubmitted.class,
                e -> e.contractId(),
                (r, e, v) -> r.reviewed(RevisionState.SUBMITTED));
        update(
                view,
                ChecklistSubmissionWithdrawn.class,
                e -> e.contractId(),
                (r, e, v) -> r.reviewed(RevisionState.DRAFT));
        update(
                view,
                ChecklistSentBack.class,
                e -> e.contractId(),
                (r, e, v) -> r.reviewed(RevisionState.DRAFT));
        update(
                view,
                ChecklistApproved.class,
                e -> e.contractId(),
                (r, e, v) -> r.reviewed(RevisionState.APPROVED));
        update(view, ChecklistConfirmed.class, e -> e.contractId(), (r, e, v) -> r.evolve(e));
        update(view, RevisionOpened.class, e -> e.contractId(), ChecklistRow::evolve);
        update(view, RevisionDiscarded.class, e -> e.contractId(), (r, e, v) -> r.discarded());
        update(view, ConsultationOpened.class, e -> e.contractId(), (r, e, v) -> policy(r, e));
        update(view, EvidenceReferenced.class, e -> e.contractId(), (r, e, v) -> reported(r, e));
        update(view, EvidenceWithdrawn.class, e -> e.contractId(), (r, e, v) -> withdrawn(r, e));
        return view.build();
    }

    private static ChecklistRow policy(ChecklistRow row, ConsultationOpened event) {
        return event.policyEditionId() == null
                ? row
                : row.gotStale(Set.of(FactDependencies.POLICY_ITEM));
    }

    private static ChecklistRow reported(ChecklistRow row, EvidenceReferenced event) {
        return event.kind() != EvidenceKind.ERASURE_REPORT
                ? row
                : row.in(
                        row.circumstances()
                                .reports(
                                        ids -> {
                                            ids.add(event.evidenceId().value());
                                            return ids;
                                        }));
    }

    private static ChecklistRow withdrawn(ChecklistRow row, EvidenceWithdrawn event) {
        return row.in(
                row.circumstances()
                        .reports(
                                ids -> {
                                    ids.remove(event.evidenceId().value());
                                    return ids;
                                }));
    }

    private static <E> void update(
            ViewBuilder<ChecklistRow> view,
            Class<E> type,
            Function<E, ContractId> contract,
            View.Update<ChecklistRow, E> update) {
        view.update(type, event -> contract.apply(event).value(), update);
    }
}
