package jp.tenken.query.contract.status;

import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.projections.View;
import jp.tenken.query.contract.ContractSources;

/**
 * One row per contract, keyed by its id and sorted by its number. Rows can be found by status as it
 * was when the latest event about the contract happened.
 */
public final class ContractStatusView {

    /** Attribute: {@link ContractStatus#word}. */
    public static final String STATUS = "status";

    /** Attribute: start year of the fiscal year in which the contract begins. */
    public static final String FISCAL_YEAR = "fiscal_year";

    /** The view. */
    public static final View<ContractRow> VIEW =
            View.of("contract_status", 1, ContractRow.class)
                    .sort(ContractRow::contractNumber)
                    .text(ContractStatusView::searchText)
                    .attributes(ContractSources.DEPARTMENT, row -> row.parties().departmentCodes())
                    .attribute(
                            ContractSources.CONTRACTOR,
                            row -> row.contractor().contractorId().value())
                    .attribute(
                            STATUS,
                            row -> StatusRule.statusAt(row, row.changedAt()).status().word())
                    .attribute(
                            FISCAL_YEAR,
                            row -> Integer.toString(row.period().fiscalYear().startYear()))
                    .insert(
                            ContractRegistered.class,
                            event -> event.contractId().value(),
                            ContractRow::of)
                    .update(
                            ContractFactsDeclared.class,
                            event -> event.contractId().value(),
                            ContractRow::evolve)
                    .update(
                            ChecklistOpened.class,
                            event -> event.contractId().value(),
                            ContractRow::evolve)
                    .update(
                            ItemDecided.class,
                            event -> event.contractId().value(),
                            ContractRow::evolve)
                    .build();

    private ContractStatusView() {}

    private static String searchText(ContractRow row) {
        return SearchFold.fold(
                row.contractNumber() + "\n" + row.title() + "\n" + row.contractor().name());
    }
}
