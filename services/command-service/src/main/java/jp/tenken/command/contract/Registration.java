package jp.tenken.command.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.Period;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a contract that is to be registered.
 *
 * @param contractId the contract to be; made at the edge
 * @param contractNumber the municipality's own number
 * @param title what the work is
 * @param departmentCode the department in charge
 * @param participatingDepartmentCodes others with a part in it; the one in charge and repetitions
 *     are left out
 * @param contractor with whom
 * @param period for which
 * @param facts null where nothing was said
 * @param templateId null = whatever the municipality adopted
 * @param scope how far the caller may act
 */
public record Registration(
        ContractId contractId,
        String contractNumber,
        String title,
        DepartmentCode departmentCode,
        List<DepartmentCode> participatingDepartmentCodes,
        ContractorReference contractor,
        Period period,
        @Nullable ContractFacts facts,
        @Nullable String templateId,
        Scope scope) {

    /** Most departments that may participate. */
    public static final int MAX_PARTICIPATING = 50;

    /** Refuses texts that are missing, too long or not printable, and too many departments. */
    public Registration {
        contractNumber = TextRule.NUMBER.required("contractNumber", contractNumber);
        title = TextRule.TITLE.required("title", title);
        DepartmentCode inCharge = departmentCode;
        participatingDepartmentCodes =
                participating(participatingDepartmentCodes).stream()
                        .filter(code -> !code.equals(inCharge))
                        .toList();
    }

    /** Each department once; refuses more than {@value #MAX_PARTICIPATING}. */
    public static List<DepartmentCode> participating(List<DepartmentCode> departments) {
        if (departments.size() > MAX_PARTICIPATING) {
            throw Rejection.invalidField(
                    "participatingDepartmentCodes",
                    RejectionCodes.TOO_MANY_ENTRIES,
                    Map.of("max", Integer.toString(MAX_PARTICIPATING)));
        }
        return departments.stream().distinct().toList();
    }

    /** What the registration depends on. */
    public RegistrationBoundary boundary() {
        List<DepartmentCode> departments = new ArrayList<>();
        departments.add(departmentCode);
        departments.addAll(participatingDepartmentCodes);
        return new RegistrationBoundary(
                contractId,
                departments,
                contractor.knownId(),
                contractor.corporateNumber() != null);
    }
}
