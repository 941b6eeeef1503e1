package jp.tenken.command.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.ChecklistTemplate;
import jp.tenken.kernel.template.TemplateItem;
import jp.tenken.kernel.template.TemplateWording;

/**
 * How a cell is recognised as the text of an item, whatever its width, spacing or numbering.
 *
 * <p>Width and compatibility forms are folded (NFKC), white space and a leading item number are
 * left out, dashes are one dash.
 */
public final class ItemTexts {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212\uFF0D]");
    private static final Pattern LEADING_NUMBER =
            Pattern.compile("^(?:(?:ops|sys)-?[0-9]{1,2}|\\(?[0-9]{1,2}\\)?)[.:、．・]?");

    /** Stands for a municipality's words where any are accepted; private use, so in no text. */
    private static final String ANY = "\uE000";

    private final Map<String, ItemCode> exact;
    private final Map<Pattern, ItemCode> patterns;

    private ItemTexts(Map<String, ItemCode> exact, Map<Pattern, ItemCode> patterns) {
        this.exact = exact;
        this.patterns = patterns;
    }

    /**
     * The texts of the template in the municipality's words, in Shinjuku's (whose form it is), in
     * Japanese and in English.
     */
    public static ItemTexts of(ChecklistTemplate template) {
        List<ChecklistTemplate> wordings = new ArrayList<>();
        wordings.add(template);
        BuiltInTemplates.find(template.id(), template.version(), TemplateWording.SHINJUKU)
                .ifPresent(wordings::add);
        Map<String, ItemCode> exact = new HashMap<>();
        for (ChecklistTemplate wording : wordings) {
            for (TemplateItem item : wording.items()) {
                exact.put(normalised(item.textJa()), item.itemCode());
                exact.put(normalised(item.textEn()), item.itemCode());
            }
        }
        return new ItemTexts(Map.copyOf(exact), Map.of());
    }

    /** The texts of the built-in template in the words of any municipality. */
    public static ItemTexts inAnyWording() {
        ChecklistTemplate template =
                BuiltInTemplates.shinjuku(new TemplateWording(ANY, ANY, ANY, ANY));
        Map<Pattern, ItemCode> patterns = new HashMap<>();
        for (TemplateItem item : template.items()) {
            patterns.put(patternOf(item.textJa()), item.itemCode());
            patterns.put(patternOf(item.textEn()), item.itemCode());
        }
        return new ItemTexts(Map.of(), Map.copyOf(patterns));
    }

    /** The item whose text stands in the cell, or empty. */
    public Optional<ItemCode> find(String cell) {
        String text = normalised(cell);
        ItemCode code = exact.get(text);
        if (code != null || patterns.isEmpty()) {
            return Optional.ofNullable(code);
        }
        return patterns.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Pattern patternOf(String text) {
        StringBuilder pattern = new StringBuilder();
        for (String part : normalised(text).split(ANY, -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".{1,120}").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString());
    }

    private static String normalised(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String dense = WHITE_SPACE.matcher(folded).replaceAll("");
        return LEADING_NUMBER.matcher(DASHES.matcher(dense).replaceAll("-")).replaceFirst("");
    }
}
