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
    static Contracts of(List<Happened> events) {
        Contracts contracts =
                new Contracts(new LinkedHashSet<>(), new HashSet<>(), new HashSet<>());
        for (Happened event : events) {
            Set<ContractId> those =
                    switch (event.what()) {
                        case REGISTERED -> contracts.registered;
                        case CLOSED -> contracts.closed;
                        case CONSULTED -> contracts.consulted;
                    };
            those.add(event.contractId());
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
