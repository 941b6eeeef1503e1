package jp.tenken.kernel.template;

import java.util.List;
import java.util.Optional;
import jp.tenken.kernel.ItemCode;

/**
 * One immutable version of a checklist template, in the words of one municipality.
 *
 * @param id which template
 * @param version from 1
 * @param titleJa title of the form in Japanese
 * @param titleEn title of the form in English
 * @param subtitleJa what is printed below it, in Japanese
 * @param subtitleEn the same in English
 * @param sections in the order of the form
 */
public record ChecklistTemplate(
        String id,
        int version,
        String titleJa,
        String titleEn,
        String subtitleJa,
        String subtitleEn,
        List<TemplateSection> sections) {

    /** Copies the sections. */
    public ChecklistTemplate {
        sections = List.copyOf(sections);
    }

    /** All items in the order of the form. */
    public List<TemplateItem> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    /** The item of this code, or empty. */
    public Optional<TemplateItem> item(ItemCode itemCode) {
        return items().stream().filter(item -> item.itemCode().equals(itemCode)).findFirst();
    }

    /** Whether it has an item of this code. */
    public boolean has(ItemCode itemCode) {
        return item(itemCode).isPresent();
    }

    ChecklistTemplate in(TemplateWording wording) {
        return new ChecklistTemplate(
                id,
                version,
                titleJa,
                titleEn,
                subtitleJa,
                subtitleEn,
                sections.stream().map(section -> section.in(wording)).toList());
    }
}
