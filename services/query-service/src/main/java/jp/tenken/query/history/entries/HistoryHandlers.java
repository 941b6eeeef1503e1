package jp.tenken.query.history.entries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.tenken.kernel.ContractId;
import jp.tenken.projections.Envelope;
import jp.tenken.projections.View;
import jp.tenken.projections.ViewBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How events become entries.
 *
 * @param view that is being built
 */
record HistoryHandlers(ViewBuilder<HistoryRow> view) {

    /** Place of a summary: the one contract that the event points out. */
    static final String CONTRACT = "contract";

    /** An event about the municipality itself. */
    <E> void municipal(
            Class<E> type,
            Function<E, String> nameJa,
            Function<E, String> nameEn,
            Function<E, Told> told) {
        view.insertPerEvent(
                type,
                (event, envelope) ->
                        HistoryRow.of(
                                Entry.municipal(
                                        envelope,
                                        List.of(),
                                        nameJa.apply(event),
                                        nameEn.apply(event),
                                        told.apply(event))));
    }

    /** An event about one contract, which leaves what is known of the contract as it is. */
    <E> void contract(Class<E> type, Function<E, ContractId> contract, Function<E, Told> told) {
        contract(type, contract, told, (known, event) -> known);
    }

    /** An event about one contract. */
    <E> void contract(
            Class<E> type,
            Function<E, ContractId> contract,
            Function<E, Told> told,
            BiFunction<KnownContract, E, KnownContract> evolve) {
        contracts(type, event -> List.of(contract.apply(event)), told, evolve);
    }

    /** An event about several contracts. */
    <E> void contracts(
            Class<E> type,
            Function<E, List<ContractId>> contracts,
            Function<E, Told> told,
            BiFunction<KnownContract, E, KnownContract> evolve) {
        view.insertBeside(
                type,
                (event, envelope) -> List.of(envelope.eventId()),
                (event, envelope, beside) ->
                        HistoryRow.of(
                                entry(
                                        contracts.apply(event),
                                        told.apply(event),
                                        envelope,
                                        beside)));
        view.onEach(
                type,
                (event, envelope) ->
                        contracts.apply(event).stream().map(HistoryKeys::contract).toList(),
                (key, row, event, envelope) ->
                        row == null || row.contract() == null
                                ? row
                                : HistoryRow.of(evolve.apply(row.contract(), event)));
    }

    /** The entry of an event about contracts, as they are known beside it. */
    static Entry entry(
            List<ContractId> contractIds,
            Told told,
            Envelope envelope,
            View.Beside<HistoryRow> beside) {
        Map<ContractId, KnownContract> known = new LinkedHashMap<>();
        for (ContractId id : contractIds) {
            HistoryRow row = beside.row(HistoryKeys.contract(id));
            @Nullable KnownContract contract = row == null ? null : row.contract();
            if (contract != null) {
                known.put(id, contract);
            }
        }
        return Entry.contractual(envelope, contractIds, known, told);
    }
}
