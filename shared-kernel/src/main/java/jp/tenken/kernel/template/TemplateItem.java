package jp.tenken.kernel.template;

import jp.tenken.kernel.ItemCode;

/**
 * One measure of a template.
 *
 * @param itemCode its code
 * @param number its place within the section, from 1
 * @param titleJa short title in Japanese
 * @param titleEn short title in English
 * @param textJa what the form says, in Japanese
 * @param textEn the same in English
 */
public record TemplateItem(
        ItemCode itemCode,
        int number,
        String titleJa,
        String titleEn,
        String textJa,
        String textEn) {

    TemplateItem in(TemplateWording wording) {
        return new TemplateItem(
                itemCode,
                number,
                wording.applyTo(titleJa),
                wording.applyTo(titleEn),
                wording.applyTo(textJa),
                wording.applyTo(textEn));
    }
}
