package jp.tenken.query.checklist.sheet;

import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.ChecklistTemplate;
import jp.tenken.kernel.template.TemplateWording;

/**
 * Which template a checklist answers, and in whose words.
 *
 * @param id which template
 * @param version which of its immutable versions
 * @param wording the municipality's name and kind as they stand in the items
 */
public record PinnedTemplate(String id, int version, TemplateWording wording) {

    static PinnedTemplate of(ChecklistOpened event) {
        return new PinnedTemplate(event.templateId(), event.templateVersion(), event.wording());
    }

    /** The texts. */
    ChecklistTemplate template() {
        return BuiltInTemplates.find(id, version, wording)
                .orElseThrow(() -> new IllegalStateException("no template " + id + " " + version));
    }
}
