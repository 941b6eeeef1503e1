package jp.tenken.query.checklist.sheet;

import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.projections.View;

/** One row per contract, keyed by its id. */
public final class ChecklistSheet {

    /** The view. */
    public static final View<ChecklistRow> VIEW =
            View.of("checklist", 1, ChecklistRow.class)
                    .insert(
                            ContractRegistered.class,
                            event -> event.contractId().value(),
                            (event, envelope) -> ChecklistRow.of(event))
                    .update(
                            ContractFactsDeclared.class,
                            event -> event.contractId().value(),
                            (row, event, envelope) -> row.evolve(event))
                    .update(
                            ChecklistOpened.class,
                            event -> event.contractId().value(),
                            (row, event, envelope) -> row.evolve(event))
                    .update(
                            ItemDecided.class,
                            event -> event.contractId().value(),
                            ChecklistRow::evolve)
                    .build();

    private ChecklistSheet() {}
}
