package jp.tenken.query.contract.contractors;

import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.projections.View;

/** One row per contractor, keyed by its id and sorted by its name. */
public final class Contractors {

    /** Attribute: the id itself, by which a contractor finds itself. */
    static final String ID = "contractor";

    /** The view. */
    public static final View<ContractorRow> VIEW =
            View.of("contractors", 1, ContractorRow.class)
                    .sort(ContractorRow::name)
                    .attribute(ID, row -> row.contractorId().value())
                    .on(
                            ContractRegistered.class,
                            event -> event.contractor().contractorId().value(),
                            (row, event, envelope) -> ContractorRow.of(row, event))
                    .on(
                            ContractorNamed.class,
                            event -> event.contractorId().value(),
                            (row, event, envelope) -> ContractorRow.of(row, event))
                    .build();

    private Contractors() {}
}
