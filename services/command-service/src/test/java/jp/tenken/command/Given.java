package jp.tenken.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.tenken.command.contract.ContractorReference;
import jp.tenken.command.contract.Registration;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.kernel.municipality.ApprovalPathSet;
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

    /** Words that nobody can read. */
    public static final SealedText SEALED = new SealedText("k-1", "AQID");

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

    /** An item of {@link #CONTRACT} is ○ in the first revision. */
    public static ItemDecided decided(ItemCode itemCode) {
        return new ItemDecided(CONTRACT, 1, itemCode, Answer.IMPLEMENT, null, null, null);
    }

    /** Registered, opened, and every item ○ but these. */
    public static Object[] allDecidedBut(ItemCode... left) {
        List<Object> events = new ArrayList<>(List.of(registered(), opened()));
        BuiltInTemplates.itemsOf(BuiltInTemplates.SHINJUKU, 1).stream()
                .sorted()
                .filter(itemCode -> !Set.of(left).contains(itemCode))
                .forEach(itemCode -> events.add(decided(itemCode)));
        return events.toArray();
    }

    /** A revision of {@link #CONTRACT} was handed in. */
    public static ChecklistSubmitted submitted(int revision) {
        return new ChecklistSubmitted(CONTRACT, revision, List.of(), null, null);
    }

    /** It was approved. */
    public static ChecklistApproved approved(int revision) {
        return new ChecklistApproved(CONTRACT, revision, null, null);
    }

    /** It was confirmed. */
    public static ChecklistConfirmed confirmed(int revision) {
        return new ChecklistConfirmed(
                CONTRACT, revision, LocalDate.parse("2026-04-01"), null, null);
    }

    /** A new revision was opened. */
    public static RevisionOpened revision(int revision) {
        return new RevisionOpened(
                CONTRACT, revision, RevisionKind.MEASURE_CHANGE, "保守方法の変更のため", null);
    }

    /** The contract came to its end. */
    public static ContractClosed closed() {
        return new ContractClosed(
                CONTRACT, ClosureKind.COMPLETED, LocalDate.parse("2027-03-31"), null);
    }

    /** The head alone approves. */
    public static ApprovalPathSet headAlone() {
        return new ApprovalPathSet(List.of(Role.DEPARTMENT_HEAD));
    }

    /** A consultation about items is open. */
    public static ConsultationOpened consultation(String id, ItemCode... items) {
        return new ConsultationOpened(
                ConsultationId.of(id),
                CONTRACT,
                Topic.MEASURE_CHANGE,
                SEALED,
                SEALED,
                List.of(items),
                null,
                null,
                Side.CONTRACTOR);
    }
}
