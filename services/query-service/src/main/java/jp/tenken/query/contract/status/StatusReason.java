package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.ItemCode;
import jp.tenken.query.contract.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Why a contract has a status.
 *
 * @param status which status it gives
 * @param itemCodes items that caused it, in the order of the codes; may be empty
 * @param eventIds events that caused it; never empty
 * @param since when they had caused it
 * @param due by which day something has to be done; null where no day is set
 */
public record StatusReason(
        ContractStatus status,
        List<ItemCode> itemCodes,
        List<String> eventIds,
        Instant since,
        @Nullable LocalDate due) {

    /** Copies the lists. */
    public StatusReason {
        itemCodes = List.copyOf(itemCodes);
        eventIds = List.copyOf(eventIds);
    }

    static StatusReason of(ContractStatus status, List<ItemCode> itemCodes, Cause cause) {
        return new StatusReason(status, itemCodes, List.of(cause.eventId()), cause.at(), null);
    }
}
