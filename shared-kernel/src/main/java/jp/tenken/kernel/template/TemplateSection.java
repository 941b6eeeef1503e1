package jp.tenken.kernel.template;

import java.util.List;

/**
 * A part of a template, as 運用上の対策.
 *
 * @param code OPS, SYS
 * @param titleJa title in Japanese
 * @param titleEn title in English
 * @param items in the order of the form
 */
public record TemplateSection(
        String code, String titleJa, String titleEn, List<TemplateItem> items) {

    /** Copies the items. */
    public TemplateSection {
        items = List.copyOf(items);
    }

    TemplateSection in(TemplateWording wording) {
        return new TemplateSection(
                code, titleJa, titleEn, items.stream().map(item -> item.in(wording)).toList());
    }
}
