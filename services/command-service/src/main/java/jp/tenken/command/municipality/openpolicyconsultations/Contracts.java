package jp.tenken.command.municipality.openpolicyconsultations;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Violation;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of a municipality, as far as an edition is taken up with them.
 *
 * @param registered all, in the order in which they were registered
 * @param closed those at their end
 * @param consulted those with which the edition was taken up
 */
record Contracts(
        LinkedHashSet<ContractId> registered, Set<ContractId> closed, Set<ContractId> consulted) {

    /** Those of these events. */
    static Contracts of(List<Object> events) {
        Contracts contracts =
                new Contracts(new LinkedHashSet<>(), new HashSet<>(), new HashSet<>());
        for (Object event : events) {
            switch (event) {
                case ContractRegistered of -> contracts.registered.add(of.contractId());
                case ContractClosed of -> contracts.closed.add(of.contractId());
                case ConsultationOpened of -> contracts.consulted.add(of.contractId());
                default -> throw new IllegalStateException("nobody asked for " + event);
            }
        }
        return contracts;
    }

    /**
     * Those with which the edition is still to be taken up.
     *
     * @param named null = all that run
     * @throws Rejection {@code contract-unknown} or {@code contract-closed} where one that is named
     *     does not exist or does not run
     */
    List<ContractId> toConsult(@Nullable List<ContractId> named) {
        if (named != null) {
            requireKnown(named);
            if (named.stream().anyMatch(closed::contains)) {
                throw Rejection.conflict(RejectionCodes.CONTRACT_CLOSED);
            }
        }
        return (named == null ? registered : named)
                .stream().filter(id -> !closed.contains(id) && !consulted.contains(id)).toList();
    }

    private void requireKnown(List<ContractId> named) {
        List<Violation> violations =
                IntStream.range(0, named.size())
                        .filter(i -> !registered.contains(named.get(i)))
                        .mapToObj(
                                i ->
                                        Violation.of(
                                                "contractIds[%d]".formatted(i),
                                                RejectionCodes.CONTRACT_UNKNOWN))
                        .toList();
        if (!violations.isEmpty()) {
            throw Rejection.invalid(RejectionCodes.CONTRACT_UNKNOWN, violations);
        }
    }
}
