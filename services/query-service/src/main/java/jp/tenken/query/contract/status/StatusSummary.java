package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.ItemCode;
import org.jspecify.annotations.Nullable;

/**
 * How several contracts stand together.
 *
 * @param status the worst of them; in_order where there are none
 * @param reasons of those that are neither in order nor closed, worst first, then the oldest first;
 *     at most as many as asked for
 * @param moreReasons how many were left out
 * @param counts what was added up
 * @param nextChangeAt when any of it changes without an event; null where nothing does
 */
public record StatusSummary(
        ContractStatus status,
        List<Reason> reasons,
        int moreReasons,
        Counts counts,
        @Nullable Instant nextChangeAt) {

    /**
     * Why one of the contracts has a status.
     *
     * @param status which status it gives
     * @param contractId which contract
     * @param contractNumber the municipality's own number of it
     * @param title what the work is
     * @param departmentCode the department in charge
     * @param itemCodes as in {@link StatusReason}, and so on
     */
    public record Reason(
            ContractStatus status,
            ContractId contractId,
            String contractNumber,
            String title,
            DepartmentCode departmentCode,
            List<ItemCode> itemCodes,
            List<String> eventIds,
            Instant since,
            @Nullable LocalDate due) {

        static Reason of(ContractRow row, StatusReason reason) {
            return new Reason(
                    reason.status(),
                    row.id(),
                    row.profile().contractNumber(),
                    row.profile().title(),
                    row.parties().departmentCode(),
                    reason.itemCodes(),
                    reason.eventIds(),
                    reason.since(),
                    reason.due());
        }
    }

    /**
     * What was added up over identified contracts.
     *
     * @param contracts how many contracts
     * @param statuses how many of them have each status, by its word; each counts once
     * @param reasons how many of them have a reason for each status, by its word: as many as the
     *     list finds by that status
     * @param openIncidents incidents that are not closed; one over several contracts counts once
     * @param openConsultations consultations without outcome
     * @param items of all checklists
     */
    public record Counts(
            int contracts,
            Map<String, Integer> statuses,
            Map<String, Integer> reasons,
            int openIncidents,
            int openConsultations,
            Items items) {}

    /**
     * Items of all checklists of contracts that run.
     *
     * @param decided with ○ or －
     * @param total all
     * @param undecided blank
     * @param stale decided, and to be looked at again
     */
    public record Items(int decided, int total, int undecided, int stale) {}

    /**
     * Adds up contracts.
     *
     * @param rows each once
     * @param instant for which to ask
     * @param limit most reasons to name
     */
    static StatusSummary of(Collection<ContractRow> rows, Instant instant, int limit) {
        StatusSum sum = new StatusSum();
        rows.forEach(row -> sum.add(row, instant));
        return sum.summary(rows.size(), limit);
    }
}
