package jp.tenken.query.history.entries;

import jp.tenken.kernel.DepartmentCode;
import org.jspecify.annotations.Nullable;

/** One line that says to people what an event was. */
final class Summary {

    private Summary() {}

    /** In Japanese; the event's name where there is no line for it. */
    static String ja(Entry entry) {
        String name = entry.nameJa();
        return switch (entry.type()) {
            case "tenken.municipality.MunicipalityOnboarded" -> name + "の利用を開始";
            case "tenken.municipality.TemplateAdopted" -> "ひな形 " + name + " を採用";
            case "tenken.municipality.DepartmentEstablished" ->
                    "所管課 %s %s を登録".formatted(department(entry), name);
            case "tenken.municipality.DepartmentRenamed" ->
                    "所管課 %s の名称を %s に変更".formatted(department(entry), name);
            case "tenken.contract.ContractRegistered" -> "契約 " + name + " を登録";
            case "tenken.contract.ContractFactsDeclared" -> "契約 " + name + " の取扱状況を申告";
            case "tenken.checklist.ChecklistOpened" -> "契約 " + name + " のチェックリストを作成";
            case "tenken.checklist.ItemDecided" ->
                    firstTime(entry)
                            ? "%s を「%s」と判断".formatted(entry.itemCode(), symbol(entry.after()))
                            : "%s を「%s」から「%s」に変更"
                                    .formatted(
                                            entry.itemCode(),
                                            symbol(entry.before()),
                                            symbol(entry.after()));
            default -> entry.type();
        };
    }

    /** In English; the event's name where there is no line for it. */
    static String en(Entry entry) {
        String name = entry.nameEn();
        return switch (entry.type()) {
            case "tenken.municipality.MunicipalityOnboarded" -> name + " onboarded";
            case "tenken.municipality.TemplateAdopted" -> "Template " + name + " adopted";
            case "tenken.municipality.DepartmentEstablished" ->
                    "Department %s %s established".formatted(department(entry), name);
            case "tenken.municipality.DepartmentRenamed" ->
                    "Department %s renamed to %s".formatted(department(entry), name);
            case "tenken.contract.ContractRegistered" -> "Contract " + name + " registered";
            case "tenken.contract.ContractFactsDeclared" ->
                    "Facts of contract " + name + " declared";
            case "tenken.checklist.ChecklistOpened" -> "Checklist of contract " + name + " opened";
            case "tenken.checklist.ItemDecided" ->
                    firstTime(entry)
                            ? "%s decided as %s".formatted(entry.itemCode(), symbol(entry.after()))
                            : "%s changed from %s to %s"
                                    .formatted(
                                            entry.itemCode(),
                                            symbol(entry.before()),
                                            symbol(entry.after()));
            default -> entry.type();
        };
    }

    private static boolean firstTime(Entry entry) {
        return symbol(entry.before()).isEmpty();
    }

    private static String symbol(@Nullable GivenAnswer answer) {
        return answer == null ? "" : answer.symbol();
    }

    private static String department(Entry entry) {
        return entry.departments().stream().findFirst().map(DepartmentCode::value).orElse("");
    }
}
