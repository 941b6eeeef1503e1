package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import org.jspecify.annotations.Nullable;

/**
 * One contract with all that is known of it; what lists say of it is said in the same words.
 *
 * @param id as in {@link ContractAnswer}, and so on
 * @param facts as declared last
 * @param closure how it ended; null while it has not
 * @param nextChangeAt when status or reasons change without any event; null where they do not
 */
public record ContractDetail(
        ContractId id,
        String contractNumber,
        String title,
        DepartmentCode departmentCode,
        List<DepartmentCode> participatingDepartmentCodes,
        Contractor contractor,
        Period period,
        int fiscalYear,
        ContractStatus status,
        List<StatusReason> reasons,
        int decided,
        int total,
        int openIncidents,
        int openConsultations,
        long version,
        ContractFacts facts,
        @Nullable Closure closure,
        @Nullable Instant nextChangeAt) {

    /**
     * The end of a contract.
     *
     * @param kind how it ended
     * @param on its last day
     * @param reason why; null where nobody said
     */
    public record Closure(ClosureKind kind, LocalDate on, @Nullable String reason) {}

    static ContractDetail of(ContractRow row, Instant instant) {
        ContractAnswer listed = ContractAnswer.of(row, instant);
        ContractProfile.Closure closure = row.profile().closure();
        return new ContractDetail(
                listed.id(),
                listed.contractNumber(),
                listed.title(),
                listed.departmentCode(),
                listed.participatingDepartmentCodes(),
                listed.contractor(),
                listed.period(),
                listed.fiscalYear(),
                listed.status(),
                listed.reasons(),
                listed.decided(),
                listed.total(),
                listed.openIncidents(),
                listed.openConsultations(),
                listed.version(),
                row.profile().facts(),
                closure == null
                        ? null
                        : new Closure(closure.kind(), closure.on(), closure.reason()),
                StatusRule.statusAt(row, instant).nextChangeAt());
    }
}
