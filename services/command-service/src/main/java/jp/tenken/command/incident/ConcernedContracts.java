package jp.tenken.command.incident;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tenken.command.checklist.OpenChecklist;
import jp.tenken.command.checklist.Parties;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Whose the contracts are that an incident concerns, or that somebody names.
 *
 * @param byId how each stands; what is not there nobody asked for
 */
public record ConcernedContracts(Map<ContractId, OpenChecklist> byId) {

    /** Copies the map. */
    public ConcernedContracts {
        byId = Map.copyOf(byId);
    }

    /** Refuses ({@code out-of-scope}) who may act for none of these contracts. */
    public void requireOne(List<ContractId> contractIds, Scope scope) {
        if (contractIds.stream().noneMatch(id -> covers(id, scope))) {
            throw Rejection.forbidden(RejectionCodes.OUT_OF_SCOPE);
        }
    }

    /**
     * Refuses who may not act for every one of these contracts ({@code out-of-scope}), then those
     * that do not exist ({@code contract-unknown}).
     *
     * @param contractIds what the request names, in its order
     * @param fields where the request names them, in the same order
     */
    public void requireEach(List<ContractId> contractIds, List<String> fields, Scope scope) {
        for (ContractId id : contractIds) {
            if (exists(id) && !covers(id, scope)) {
                throw Rejection.forbidden(RejectionCodes.OUT_OF_SCOPE);
            }
        }
        List<Violation> violations =
                IntStream.range(0, contractIds.size())
                        .filter(i -> !exists(contractIds.get(i)))
                        .mapToObj(i -> Violation.of(fields.get(i), RejectionCodes.CONTRACT_UNKNOWN))
                        .toList();
        if (!violations.isEmpty()) {
            throw Rejection.invalid(RejectionCodes.CONTRACT_UNKNOWN, violations);
        }
    }

    /** Whether the caller may act for the contract. */
    public boolean covers(ContractId contractId, Scope scope) {
        Parties parties = parties(contractId);
        return parties != null && scope.covers(parties.departments(), parties.contractor());
    }

    /**
     * The contractor that speaks; null = the municipality itself, which is who acts for the whole
     * of it or for a department of the contract.
     */
    public @Nullable ContractorId speaking(ContractId contractId, Scope scope) {
        Parties parties = parties(contractId);
        return parties == null
                        || scope.wholeMunicipality()
                        || parties.departments().stream().anyMatch(scope::covers)
                ? null
                : parties.contractor();
    }

    private boolean exists(ContractId contractId) {
        return parties(contractId) != null;
    }

    private @Nullable Parties parties(ContractId contractId) {
        OpenChecklist open = byId.get(contractId);
        return open == null ? null : open.parties();
    }
}
