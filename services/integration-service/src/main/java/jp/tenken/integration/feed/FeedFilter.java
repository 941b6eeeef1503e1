package jp.tenken.integration.feed;

import java.util.Set;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants; what is absent lets everything through.
 *
 * @param types qualified names; empty = all
 * @param contractId events about this contract, alone or among others
 * @param departmentCode events that belonged to this department when they happened, and those by
 *     which a contract left it
 */
public record FeedFilter(
        Set<String> types,
        @Nullable ContractId contractId,
        @Nullable DepartmentCode departmentCode) {

    /** Lets everything through. */
    public static final FeedFilter EVERYTHING = new FeedFilter(Set.of(), null, null);

    /** Copies the types. */
    public FeedFilter {
        types = Set.copyOf(types);
    }

    /** Whether many events may have to be looked at for one that is wanted. */
    boolean selective() {
        return !types.isEmpty() || contractId != null || departmentCode != null;
    }

    /** Whether the event passes, as far as it can tell by itself. */
    boolean admits(FeedEvent event) {
        return (types.isEmpty() || types.contains(event.stored().name()))
                && (contractId == null || event.tagged(Tags.CONTRACT).contains(contractId.value()));
    }

    /** Whether an event of these departments passes. */
    boolean admits(Set<DepartmentCode> departments) {
        return departmentCode == null || departments.contains(departmentCode);
    }
}
