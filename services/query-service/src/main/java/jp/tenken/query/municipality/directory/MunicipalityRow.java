package jp.tenken.query.municipality.directory;

import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.kernel.municipality.TemplateAdopted;
import org.jspecify.annotations.Nullable;

/**
 * A municipality, as it is kept and as it is answered.
 *
 * @param code under which it is addressed
 * @param nameJa 新宿区
 * @param nameEn Shinjuku City
 * @param kind what it is
 * @param template which new checklists follow; null until one is adopted
 */
public record MunicipalityRow(
        MunicipalityCode code,
        String nameJa,
        String nameEn,
        MunicipalityKind kind,
        @Nullable AdoptedTemplate template) {

    /**
     * One immutable version of a template.
     *
     * @param id which template
     * @param version from 1
     */
    public record AdoptedTemplate(String id, int version) {}

    static MunicipalityRow of(MunicipalityOnboarded event) {
        return new MunicipalityRow(
                event.code(), event.nameJa(), event.nameEn(), event.kind(), null);
    }

    MunicipalityRow evolve(TemplateAdopted event) {
        return new MunicipalityRow(
                code,
                nameJa,
                nameEn,
                kind,
                new AdoptedTemplate(event.templateId(), event.templateVersion()));
    }
}
