package jp.tenken.query.checklist.sheet;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.ContractParties;
import org.jspecify.annotations.Nullable;

/**
 * The checklist of a contract, with what hints need to know of the contract.
 *
 * @param contractId the contract
 * @param parties to whom the contract belongs
 * @param facts as declared last
 * @param template which it answers; null until the checklist is opened
 * @param decided the latest decision by item code; an undecided item has none
 * @param version number of events of the checklist; 0 until it is opened
 */
public record ChecklistRow(
        ContractId contractId,
        ContractParties parties,
        ContractFacts facts,
        @Nullable PinnedTemplate template,
        Map<String, DecidedItem> decided,
        long version) {

    /** Copies the decisions, in the order of their codes. */
    public ChecklistRow {
        decided = Collections.unmodifiableMap(new TreeMap<>(decided));
    }

    static ChecklistRow of(ContractRegistered event) {
        return new ChecklistRow(
                event.contractId(),
                ContractParties.of(event),
                ContractFacts.NONE,
                null,
                Map.of(),
                0);
    }

    ChecklistRow evolve(ContractFactsDeclared event) {
        return new ChecklistRow(contractId, parties, event.facts(), template, decided, version);
    }

    ChecklistRow evolve(ChecklistOpened event) {
        return new ChecklistRow(
                contractId, parties, facts, PinnedTemplate.of(event), decided, version + 1);
    }

    ChecklistRow evolve(ItemDecided event, Envelope envelope) {
        String code = event.itemCode().value();
        Map<String, DecidedItem> items = new TreeMap<>(decided);
        items.put(code, DecidedItem.of(event, envelope, decided.get(code)));
        return new ChecklistRow(contractId, parties, facts, template, items, version + 1);
    }

    /** The latest decision on an item; null while it is undecided. */
    @Nullable DecidedItem decision(ItemCode code) {
        return decided.get(code.value());
    }
}
