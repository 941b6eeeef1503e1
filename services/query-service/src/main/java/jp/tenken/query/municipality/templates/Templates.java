package jp.tenken.query.municipality.templates;

import jp.tenken.kernel.municipality.TemplateAdopted;
import jp.tenken.projections.View;

/** One row per adopted version, keyed by template and version. */
public final class Templates {

    /** The view. */
    public static final View<TemplateRow> VIEW =
            View.of("templates", 1, TemplateRow.class)
                    .sort(TemplateRow::templateId)
                    .on(
                            TemplateAdopted.class,
                            event -> key(event.templateId(), event.templateVersion()),
                            (row, event, envelope) -> TemplateRow.of(event, envelope))
                    .build();

    private Templates() {}

    static String key(String templateId, long version) {
        return templateId + "/" + version;
    }
}
