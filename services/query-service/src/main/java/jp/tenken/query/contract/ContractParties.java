package jp.tenken.query.contract;

import java.util.List;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;

/**
 * To whom a contract belongs.
 *
 * @param departmentCode the department in charge
 * @param participatingDepartmentCodes others that have a part in it
 * @param contractorId with whom it was concluded
 */
public record ContractParties(
        DepartmentCode departmentCode,
        List<DepartmentCode> participatingDepartmentCodes,
        ContractorId contractorId) {

    /** Copies the list. */
    public ContractParties {
        participatingDepartmentCodes = List.copyOf(participatingDepartmentCodes);
    }

    /** As the contract was registered. */
    public static ContractParties of(ContractRegistered event) {
        return new ContractParties(
                event.departmentCode(),
                event.participatingDepartmentCodes(),
                event.contractor().contractorId());
    }

    /** With another department in charge; it has no longer a part besides. */
    public ContractParties evolve(ContractTransferredToDepartment event) {
        return new ContractParties(
                event.to(),
                participatingDepartmentCodes.stream()
                        .filter(code -> !code.equals(event.to()))
                        .toList(),
                contractorId);
    }

    /** With other participating departments. */
    public ContractParties evolve(ParticipatingDepartmentsSet event) {
        return new ContractParties(
                departmentCode, event.participatingDepartmentCodes(), contractorId);
    }

    /** The department in charge, then the participating ones. */
    public List<DepartmentCode> departments() {
        return Stream.concat(Stream.of(departmentCode), participatingDepartmentCodes.stream())
                .toList();
    }

    /** The codes of {@link #departments}, as attributes of rows want them. */
    public List<String> departmentCodes() {
        return departments().stream().map(DepartmentCode::value).toList();
    }

    /** Refuses ({@code out-of-scope}) a contract that is not within. */
    public void require(Scope scope) {
        scope.require(departments(), contractorId);
    }
}
