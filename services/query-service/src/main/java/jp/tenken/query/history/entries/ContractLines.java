package jp.tenken.query.history.entries;

import java.util.List;
import java.util.Map;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;

/** Entries about contracts themselves. */
final class ContractLines {

    private ContractLines() {}

    static void addTo(HistoryHandlers to) {
        to.view()
                .insertPerEvent(
                        ContractRegistered.class,
                        (e, envelope) ->
                                HistoryRow.of(
                                        Entry.contractual(
                                                envelope,
                                                List.of(e.contractId()),
                                                Map.of(e.contractId(), KnownContract.of(e)),
                                                about(e.contractId()))))
                .insert(
                        ContractRegistered.class,
                        e -> HistoryKeys.contract(e.contractId()),
                        (e, envelope) -> HistoryRow.of(KnownContract.of(e)));
        to.contract(ContractFactsDeclared.class, e -> e.contractId(), e -> about(e.contractId()));
        to.contract(
                ContractAmended.class,
                e -> e.contractId(),
                e -> about(e.contractId()).because(e.reason()),
                KnownContract::evolve);
        to.contract(
                ContractTransferredToDepartment.class,
                e -> e.contractId(),
                e ->
                        about(e.contractId())
                                .departments(List.of(e.from(), e.to()))
                                .word("from", e.from())
                                .word("to", e.to())
                                .word("day", e.effectiveOn())
                                .because(e.reason()),
                (known, e) -> known.of(known.parties().evolve(e)));
        to.contract(
                ParticipatingDepartmentsSet.class,
                e -> e.contractId(),
                e ->
                        about(e.contractId())
                                .departments(e.participatingDepartmentCodes())
                                .word(
                                        "departments",
                                        e.participatingDepartmentCodes().isEmpty()
                                                ? "-"
                                                : String.join(
                                                        ", ",
                                                        e.participatingDepartmentCodes().stream()
                                                                .map(code -> code.value())
                                                                .toList())),
                (known, e) -> known.of(known.parties().evolve(e)));
        to.contract(
                ContractClosed.class,
                e -> e.contractId(),
                e ->
                        about(e.contractId())
                                .word("kind", e.kind())
                                .word("day", e.on())
                                .because(e.reason()));
    }

    private static Told about(ContractId id) {
        return Told.about("contracts/" + id);
    }
}
