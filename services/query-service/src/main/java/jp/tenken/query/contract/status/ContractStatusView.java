package jp.tenken.query.contract.status;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewBuilder;
import jp.tenken.query.contract.ContractParties;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.contract.Contracts;

/**
 * One row per contract, keyed by its id and sorted by its number. Rows can be found by every status
 * for which there comes to be a reason as time passes without a further event, hidden behind a
 * worse one or not; which reasons a row has at an instant is computed when it is read.
 */
public final class ContractStatusView {

    /**
     * Attribute: {@link ContractStatus#word} of every status that the row comes to have reason for.
     */
    public static final String STATUS = "status";

    /** Attribute: start year of the fiscal year in which the contract begins. */
    public static final String FISCAL_YEAR = "fiscal_year";

    /** Attribute: names of the kinds of matters that the contract ever had. */
    static final String CONCERN = "concern";

    /** The view. */
    public static final View<ContractRow> VIEW = view();

    private ContractStatusView() {}

    private static View<ContractRow> view() {
        ViewBuilder<ContractRow> view =
                View.of("contract_status", 4, ContractRow.class)
                        .sort(row -> row.profile().contractNumber())
                        .text(ContractRow::profile, ContractStatusView::searchText)
                        .attributes(
                                ContractSources.DEPARTMENT,
                                ContractRow::parties,
                                ContractParties::departmentCodes)
                        .attributes(
                                ContractSources.CONTRACTOR,
                                ContractRow::parties,
                                parties -> List.of(parties.contractorId().value()))
                        .attributes(STATUS, ContractStatusView::statuses)
                        .attributes(
                                FISCAL_YEAR,
                                row -> row.profile().period(),
                                period ->
                                        List.of(Integer.toString(period.fiscalYear().startYear())))
                        .attributes(
                                CONCERN,
                                row -> row.matters().concerns(),
                                ContractStatusView::concerns)
                        .insert(
                                ContractRegistered.class,
                                event -> event.contractId().value(),
                                ContractRow::of);
        contract(view);
        ChecklistHandlers.addTo(view);
        MatterHandlers.addTo(view);
        return view.build();
    }

    private static void contract(ViewBuilder<ContractRow> view) {
        on(view, ContractFactsDeclared.class, e -> e.contractId(), ContractRow::evolve);
        on(
                view,
                ContractAmended.class,
                e -> e.contractId(),
                (row, e, at) -> row.of(row.profile().evolve(e), at));
        on(
                view,
                ContractTransferredToDepartment.class,
                e -> e.contractId(),
                (row, e, at) -> row.of(row.profile().of(row.parties().evolve(e)), at));
        on(
                view,
                ParticipatingDepartmentsSet.class,
                e -> e.contractId(),
                (row, e, at) -> row.of(row.profile().of(row.parties().evolve(e)), at));
        on(
                view,
                ContractClosed.class,
                e -> e.contractId(),
                (row, e, at) -> row.of(row.profile().evolve(e, at), at));
        on(
                view,
                EvidenceReferenced.class,
                e -> e.contractId(),
                (row, e, at) -> row.evidenced(row.profile().evolve(e), at));
        on(
                view,
                EvidenceWithdrawn.class,
                e -> e.contractId(),
                (row, e, at) -> row.evidenced(row.profile().evolve(e), at));
    }

    private static <E> void on(
            ViewBuilder<ContractRow> view,
            Class<E> type,
            Function<E, ContractId> contract,
            View.Update<ContractRow, E> update) {
        view.update(type, event -> contract.apply(event).value(), update);
    }

    private static Collection<String> statuses(ContractRow row) {
        return StatusRule.statusesFrom(row).stream().map(ContractStatus::word).toList();
    }

    private static Set<String> concerns(Set<Contracts.Concern> concerns) {
        return concerns.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }

    private static String searchText(ContractProfile profile) {
        return SearchFold.fold(
                String.join(
                        "\n",
                        List.of(
                                profile.contractNumber(),
                                profile.title(),
                                profile.contractor().name())));
    }
}
