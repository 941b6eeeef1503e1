package jp.tenken.query.contract;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import jp.tenken.edge.Request;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.contract.ContractFacts;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What views about something else than contracts need to know of them when they are read: a view
 * cannot look at other rows while it folds, so what belongs to contracts is joined here. As of the
 * instant for which the request asks.
 */
public interface Contracts {

    /** Kinds of matters that a contract may have. */
    enum Concern {
        /** An incident touched it. */
        INCIDENT,
        /** There was a consultation about it. */
        CONSULTATION
    }

    /**
     * A contract, as others show it.
     *
     * @param contractNumber the municipality's own number of it
     * @param title what the work is
     * @param parties to whom it belongs
     * @param facts as declared last
     */
    record Known(
            String contractNumber, String title, ContractParties parties, ContractFacts facts) {}

    /** Those of the contracts that are known, within the request's municipality. */
    Mono<Map<ContractId, Known>> find(Request request, Collection<ContractId> ids);

    /**
     * The contracts within the caller's scope that ever had such a matter.
     *
     * @param department only those of this department; null = of any
     */
    Mono<Set<ContractId>> concerned(
            Request request, Concern concern, @Nullable DepartmentCode department);
}
