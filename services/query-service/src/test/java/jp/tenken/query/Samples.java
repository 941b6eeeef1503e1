package jp.tenken.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistApproved;
import jp.tenken.kernel.checklist.ChecklistConfirmed;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ChecklistSubmitted;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.ItemAnswer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import jp.tenken.kernel.checklist.ItemReconfirmed;
import jp.tenken.kernel.checklist.RevisionDiscarded;
import jp.tenken.kernel.checklist.RevisionKind;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractClosed;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.kernel.incident.IncidentClassified;
import jp.tenken.kernel.incident.IncidentClosed;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFacts;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.kernel.municipality.PolicyKind;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.TemplateItem;
import jp.tenken.kernel.template.TemplateWording;
import jp.tenken.runtime.json.PayloadJson;
import org.jspecify.annotations.Nullable;

/** Events to specify views with. */
public final class Samples {

    /** 新宿区. */
    public static final MunicipalityCode SHINJUKU = MunicipalityCode.of("131041");

    /** 渋谷区. */
    public static final MunicipalityCode SHIBUYA = MunicipalityCode.of("131130");

    /** The codes of the built-in template, in the order of the form. */
    public static final List<ItemCode> ITEMS =
            BuiltInTemplates.shinjuku(TemplateWording.SHINJUKU).items().stream()
                    .map(TemplateItem::itemCode)
                    .toList();

    private static final PayloadJson JSON = new PayloadJson();

    private Samples() {}

    /** A special ward. */
    public static MunicipalityOnboarded onboarded(
            MunicipalityCode code, String nameJa, String nameEn) {
        return new MunicipalityOnboarded(code, nameJa, nameEn, MunicipalityKind.SPECIAL_WARD);
    }

    /** The built-in template in Shinjuku's words. */
    public static TemplateAdopted adopted() {
        return new TemplateAdopted(
                BuiltInTemplates.SHINJUKU,
                BuiltInTemplates.SHINJUKU_VERSION,
                TemplateWording.SHINJUKU);
    }

    /** A department. */
    public static DepartmentEstablished established(String code, String nameJa, String nameEn) {
        return new DepartmentEstablished(DepartmentCode.of(code), nameJa, nameEn);
    }

    /** A department's new name. */
    public static DepartmentRenamed renamed(String code, String nameJa, String nameEn) {
        return new DepartmentRenamed(DepartmentCode.of(code), nameJa, nameEn);
    }

    /** A contract of fiscal year 2026 with some contractor. */
    public static ContractRegistered registered(
            String id, String number, String department, String... participating) {
        return registered(id, number, "印刷業務 " + number, "株式会社テスト", 2026, department, participating);
    }

    /** A contract over the fiscal year that begins in {@code year}. */
    public static ContractRegistered registered(
            String id,
            String number,
            String title,
            String contractor,
            int year,
            String department,
            String... participating) {
        return new ContractRegistered(
                ContractId.of(id),
                number,
                title,
                DepartmentCode.of(department),
                Stream.of(participating).map(DepartmentCode::of).toList(),
                new Contractor(ContractorId.ofName(contractor), contractor, null),
                new Period(LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31)));
    }

    /** Facts, written as the JSON of those that are known. */
    public static ContractFactsDeclared facts(String id, String json) {
        return new ContractFactsDeclared(
                ContractId.of(id),
                (ContractFacts)
                        JSON.read(json.getBytes(StandardCharsets.UTF_8), ContractFacts.class));
    }

    /** The checklist of a contract in a municipality's words. */
    public static ChecklistOpened opened(String id, TemplateWording wording) {
        return new ChecklistOpened(
                ContractId.of(id),
                BuiltInTemplates.SHINJUKU,
                BuiltInTemplates.SHINJUKU_VERSION,
                wording);
    }

    /** The checklist of a contract in Shinjuku's words. */
    public static ChecklistOpened opened(String id) {
        return opened(id, TemplateWording.SHINJUKU);
    }

    /** ○. */
    public static ItemDecided implement(String id, String item) {
        return decided(id, item, Answer.IMPLEMENT, null);
    }

    /** － with a reason. */
    public static ItemDecided minus(String id, String item, String reason) {
        return decided(id, item, Answer.NOT_NEEDED, reason);
    }

    /** Any decision. */
    public static ItemDecided decided(
            String id, String item, Answer answer, @Nullable String reason) {
        return new ItemDecided(ContractId.of(id), 1, ItemCode.of(item), answer, reason, null, null);
    }

    /** Any text, sealed by nobody. */
    public static SealedText sealed(String keyId) {
        return new SealedText(keyId, "c2VhbGVk");
    }

    /** A decision changed in a revision. */
    public static ItemDecisionRevised revised(
            String id, int revision, String item, Answer answer, @Nullable String reason) {
        return new ItemDecisionRevised(
                ContractId.of(id),
                revision,
                ItemCode.of(item),
                new ItemAnswer(Answer.IMPLEMENT, null),
                new ItemAnswer(answer, reason),
                "対策の変更",
                null,
                null);
    }

    /** An item looked at again. */
    public static ItemReconfirmed reconfirmed(String id, int revision, String item) {
        return new ItemReconfirmed(ContractId.of(id), revision, ItemCode.of(item));
    }

    /** A revision handed in. */
    public static ChecklistSubmitted submitted(String id, int revision) {
        return new ChecklistSubmitted(ContractId.of(id), revision, List.of(), null, null);
    }

    /** A revision approved. */
    public static ChecklistApproved approved(String id, int revision) {
        return new ChecklistApproved(ContractId.of(id), revision, null, null);
    }

    /** A revision in force from a day on. */
    public static ChecklistConfirmed confirmed(String id, int revision, String effectiveOn) {
        return new ChecklistConfirmed(
                ContractId.of(id), revision, LocalDate.parse(effectiveOn), null, null);
    }

    /** A revision opened. */
    public static RevisionOpened revision(String id, int revision) {
        return new RevisionOpened(
                ContractId.of(id), revision, RevisionKind.MEASURE_CHANGE, "協議による対策の変更", null);
    }

    /** A revision given up. */
    public static RevisionDiscarded discarded(String id, int revision) {
        return new RevisionDiscarded(ContractId.of(id), revision, null);
    }

    /** Every item with ○. */
    public static Object[] allImplemented(String id) {
        return ITEMS.stream().map(item -> implement(id, item.value())).toArray();
    }

    /** The end of a contract. */
    public static ContractClosed closed(String id, ClosureKind kind, String on) {
        return new ContractClosed(ContractId.of(id), kind, LocalDate.parse(on), null);
    }

    /** An erasure report. */
    public static EvidenceReferenced erasureReport(String id, String evidence) {
        return new EvidenceReferenced(
                ContractId.of(id),
                EvidenceId.of(evidence),
                List.of(ItemCode.of("OPS-09")),
                EvidenceKind.ERASURE_REPORT,
                "消去報告書",
                null,
                null,
                LocalDate.of(2026, 5, 1));
    }

    /** A consultation about a measure. */
    public static ConsultationOpened consultation(String id, String contract, String... items) {
        return new ConsultationOpened(
                ConsultationId.of(id),
                ContractId.of(contract),
                Topic.MEASURE_CHANGE,
                sealed("subject-" + id),
                sealed("proposal-" + id),
                Stream.of(items).map(ItemCode::of).toList(),
                null,
                null,
                Side.MUNICIPALITY);
    }

    /** A consultation about a new edition of a policy. */
    public static ConsultationOpened policyConsultation(
            String id, String contract, String edition) {
        return new ConsultationOpened(
                ConsultationId.of(id),
                ContractId.of(contract),
                Topic.POLICY_CHANGE,
                sealed("subject-" + id),
                sealed("proposal-" + id),
                List.of(ItemCode.of("OPS-01")),
                null,
                PolicyEditionId.of(edition),
                Side.MUNICIPALITY);
    }

    /** What is known of an incident that was learned of at an instant. */
    public static IncidentFacts incidentFacts(String learnedAt) {
        return new IncidentFacts(
                Instant.parse(learnedAt),
                null,
                null,
                null,
                sealed("summary"),
                sealed("data-items"),
                null,
                null);
    }

    /** An incident over some contracts, ten persons each. */
    public static IncidentReported incident(String id, String learnedAt, String... contracts) {
        return new IncidentReported(
                IncidentId.of(id),
                Stream.of(contracts)
                        .map(each -> new IncidentContract(ContractId.of(each), 10))
                        .toList(),
                incidentFacts(learnedAt),
                null);
    }

    /** An incident that must be reported because of special care-required information. */
    public static IncidentClassified classified(
            String id, List<ReportableSituation> situations, String... contracts) {
        return new IncidentClassified(
                IncidentId.of(id),
                Stream.of(contracts).map(ContractId::of).toList(),
                situations,
                situations.isEmpty() ? sealed("reason") : null);
    }

    /** An incident about which nothing is left to do. */
    public static IncidentClosed incidentClosed(String id, String... contracts) {
        return new IncidentClosed(
                IncidentId.of(id), Stream.of(contracts).map(ContractId::of).toList(), null);
    }

    /** An edition of the security policy. */
    public static PolicyEditionIssued issued(String id, String edition, String effectiveOn) {
        return new PolicyEditionIssued(
                PolicyEditionId.of(id),
                PolicyKind.SECURITY_POLICY,
                "情報セキュリティポリシー",
                edition,
                LocalDate.parse(effectiveOn));
    }
}
