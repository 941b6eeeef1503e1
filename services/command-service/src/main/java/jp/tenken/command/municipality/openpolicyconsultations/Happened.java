package jp.tenken.command.municipality.openpolicyconsultations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jp.tenken.kernel.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * What happened, the latest first: a list that grows by one without being copied, because a
 * municipality has thousands of contracts.
 *
 * @param what the latest event was
 * @param contractId about which contract
 * @param before what happened before it; null = nothing
 */
record Happened(What what, ContractId contractId, @Nullable Happened before) {

    /** What matters here of a contract. */
    enum What {
        REGISTERED,
        CLOSED,
        CONSULTED
    }

    /** Everything, the earliest first. */
    static List<Happened> inOrder(@Nullable Happened latest) {
        List<Happened> events = new ArrayList<>();
        for (Happened each = latest; each != null; each = each.before()) {
            events.add(each);
        }
        Collections.reverse(events);
        return events;
    }
}
