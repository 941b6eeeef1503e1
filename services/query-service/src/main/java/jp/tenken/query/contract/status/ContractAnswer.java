package jp.tenken.query.contract.status;

import java.time.Instant;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;

/**
 * A contract as lists answer it.
 *
 * @param id the contract
 * @param contractNumber the municipality's own number of it
 * @param title what the work is
 * @param departmentCode the department in charge
 * @param participatingDepartmentCodes others that have a part in it
 * @param contractor with whom it was concluded
 * @param period for which
 * @param fiscalYear start year of the fiscal year in which it begins
 * @param status how it stands
 * @param reasons why, worst first
 * @param decided decided items
 * @param total items of its checklist; 0 while it has none
 * @param openIncidents incidents that are not closed
 * @param openConsultations consultations without outcome
 * @param version what {@code If-Match} means
 */
public record ContractAnswer(
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
        long version) {

    static ContractAnswer of(ContractRow row, Instant instant) {
        StatusRule.Standing standing = StatusRule.statusAt(row, instant);
        ContractProfile profile = row.profile();
        ItemStanding items = row.matters().items();
        return new ContractAnswer(
                row.id(),
                profile.contractNumber(),
                profile.title(),
                profile.parties().departmentCode(),
                profile.parties().participatingDepartmentCodes(),
                profile.contractor(),
                profile.period(),
                profile.period().fiscalYear().startYear(),
                standing.status(),
                standing.reasons(),
                items == null ? 0 : items.count(),
                items == null ? 0 : items.total(),
                row.matters().incidents().size(),
                row.matters().consultations().size(),
                row.version());
    }
}
