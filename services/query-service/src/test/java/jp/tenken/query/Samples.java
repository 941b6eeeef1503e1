package jp.tenken.query;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractFacts;
import jp.tenken.kernel.contract.ContractFactsDeclared;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
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
}
