package jp.tenken.query.municipality.templates;

import java.time.Instant;
import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.kernel.template.TemplateWording;
import jp.tenken.projections.Envelope;

/**
 * An adopted version of a template.
 *
 * @param templateId which template
 * @param version which of its immutable versions
 * @param wording the municipality's words for it
 * @param adoptedAt when it was adopted last
 */
public record TemplateRow(
        String templateId, int version, TemplateWording wording, Instant adoptedAt) {

    static TemplateRow of(TemplateAdopted event, Envelope envelope) {
        return new TemplateRow(
                event.templateId(), event.templateVersion(), event.wording(), envelope.time());
    }
}
