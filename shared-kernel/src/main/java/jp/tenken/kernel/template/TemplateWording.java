package jp.tenken.kernel.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tenken.kernel.MunicipalityKind;

/**
 * How a template speaks of one municipality.
 *
 * @param nameJa 新宿区
 * @param nameEn Shinjuku City
 * @param kindJa 区, as in 区に報告させる
 * @param kindEn ward, as in "report to the ward"
 */
public record TemplateWording(String nameJa, String nameEn, String kindJa, String kindEn) {

    private static final Pattern PLACE = Pattern.compile("\\{(nameJa|nameEn|kindJa|kindEn)\\}");

    /** The wording of the ward whose form the built-in template is. */
    public static final TemplateWording SHINJUKU =
            of("新宿区", "Shinjuku City", MunicipalityKind.SPECIAL_WARD);

    /** The wording of the municipality of this name and kind. */
    public static TemplateWording of(String nameJa, String nameEn, MunicipalityKind kind) {
        return new TemplateWording(nameJa, nameEn, kind.wordJaFor(nameJa), kind.wordEn());
    }

    /** The text with the municipality's name and kind in their places, in one pass. */
    String applyTo(String text) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(wordFor(place.group(1))));
    }

    private String wordFor(String place) {
        return switch (place) {
            case "nameJa" -> nameJa;
            case "nameEn" -> nameEn;
            case "kindJa" -> kindJa;
            default -> kindEn;
        };
    }
}
