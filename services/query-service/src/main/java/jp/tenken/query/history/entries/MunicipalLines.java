package jp.tenken.query.history.entries;

import java.util.List;
import java.util.stream.Collectors;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.municipality.ApprovalPathSet;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.kernel.privacy.PersonErased;
import jp.tenken.kernel.privacy.TextRedacted;

/**
 * Entries about the municipality, its departments, contractors and policies, and about erasures.
 */
final class MunicipalLines {

    private MunicipalLines() {}

    static void addTo(HistoryHandlers to) {
        to.municipal(
                MunicipalityOnboarded.class, e -> e.nameJa(), e -> e.nameEn(), e -> Told.about(""));
        to.municipal(
                TemplateAdopted.class,
                MunicipalLines::template,
                MunicipalLines::template,
                e -> Told.about(""));
        to.municipal(
                DepartmentEstablished.class,
                e -> e.nameJa(),
                e -> e.nameEn(),
                e ->
                        Told.about("departments/" + e.departmentCode())
                                .departments(List.of(e.departmentCode()))
                                .word("department", e.departmentCode()));
        to.municipal(
                DepartmentRenamed.class,
                e -> e.nameJa(),
                e -> e.nameEn(),
                e ->
                        Told.about("departments/" + e.departmentCode())
                                .departments(List.of(e.departmentCode()))
                                .word("department", e.departmentCode()));
        to.municipal(
                ApprovalPathSet.class,
                e -> "",
                e -> "",
                e ->
                        Told.about("approval-path")
                                .word(
                                        "steps",
                                        e.steps().stream()
                                                .map(Role::value)
                                                .collect(Collectors.joining("+"))));
        to.municipal(
                PolicyEditionIssued.class,
                e -> e.titleJa(),
                e -> e.titleJa(),
                e ->
                        Told.about("policy-editions/" + e.policyEditionId())
                                .word("edition", e.edition())
                                .word("day", e.effectiveOn()));
        to.municipal(
                PersonErased.class,
                e -> e.personId(),
                e -> e.personId(),
                e -> Told.about("persons/" + e.personId()).because(e.reason()));
        to.municipal(
                TextRedacted.class,
                e -> e.eventId(),
                e -> e.eventId(),
                e -> Told.about("events/" + e.eventId()).because(e.reason()));
        to.view()
                .insertPerEvent(
                        ContractorNamed.class,
                        (e, envelope) ->
                                HistoryRow.of(
                                        Entry.municipal(
                                                envelope,
                                                List.of(e.contractorId()),
                                                e.name(),
                                                e.name(),
                                                Told.about("contractors/" + e.contractorId()))));
    }

    private static String template(TemplateAdopted event) {
        return event.templateId() + " " + event.templateVersion();
    }
}
