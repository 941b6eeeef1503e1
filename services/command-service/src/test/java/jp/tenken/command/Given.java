package jp.tenken.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tenken.command.contract.ContractorReference;
import jp.tenken.command.contract.Registration;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.TemplateWording;

/** The events and words with which many tests begin. */
public final class Given {

    /** A contract. */
    public static final ContractId CONTRACT = ContractId.of("c-1");

    /** The department in charge of it. */
    public static final DepartmentCode DEPARTMENT = DepartmentCode.of("0101");

    /** Another department. */
    public static final DepartmentCode OTHER_DEPARTMENT = DepartmentCode.of("0102");

    /** Staff of the department in charge. */
    public static final Scope STAFF = Scope.ofDepartments(Set.of(DEPARTMENT));

    /** Staff of another department. */
    public static final Scope OTHER_STAFF = Scope.ofDepartments(Set.of(OTHER_DEPARTMENT));

    /** One fiscal year. */
    public static final Period PERIOD =
            new Period(LocalDate.parse("2026-04-01"), LocalDate.parse("2027-03-31"));

    private Given() {}

    /** Shinjuku is on board. */
    public static MunicipalityOnboarded onboarded() {
        return new MunicipalityOnboarded(
                MunicipalityCode.of("131041"),
                "新宿区",
                "Shinjuku City",
                MunicipalityKind.SPECIAL_WARD);
    }

    /** Shinjuku adopted its own form. */
    public static TemplateAdopted adopted() {
        return adopted(TemplateWording.SHINJUKU);
    }

    /** A municipality adopted Shinjuku's form in its own words. */
    public static TemplateAdopted adopted(TemplateWording wording) {
        return new TemplateAdopted(BuiltInTemplates.SHINJUKU, 1, wording);
    }

    /** The department exists. */
    public static DepartmentEstablished established(DepartmentCode code) {
        return new DepartmentEstablished(code, "区政情報課", "Information Division");
    }

    /** What is said of {@link #CONTRACT}. */
    public static Registration registration() {
        return registration(ContractorReference.named("株式会社サンプル"), STAFF);
    }

    /** What is said of {@link #CONTRACT}, with this contractor and by a caller of this scope. */
    public static Registration registration(ContractorReference contractor, Scope scope) {
        return new Registration(
                CONTRACT,
                "R8-0123",
                "健診結果データ入力業務委託",
                DEPARTMENT,
                List.of(),
                contractor,
                PERIOD,
                null,
                null,
                scope);
    }

    /** {@link #CONTRACT} is registered. */
    public static ContractRegistered registered() {
        return new ContractRegistered(
                CONTRACT,
                "R8-0123",
                "健診結果データ入力業務委託",
                DEPARTMENT,
                List.of(),
                new Contractor(
                        ContractorReference.named("株式会社サンプル").contractorId(), "株式会社サンプル", null),
                PERIOD);
    }

    /** Its checklist is open, in Shinjuku's words. */
    public static ChecklistOpened opened() {
        return opened(TemplateWording.SHINJUKU);
    }

    /** Its checklist is open, in these words. */
    public static ChecklistOpened opened(TemplateWording wording) {
        return new ChecklistOpened(CONTRACT, BuiltInTemplates.SHINJUKU, 1, wording);
    }
}
