package jp.tenken.kernel.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenken.kernel.ItemCode;

/**
 * The templates that come with the product: one, the form of Shinjuku with its 24 items.
 *
 * <p>The texts are read from a resource that anybody can proofread; in it the places of the
 * municipality's name and kind are marked, so nothing is found and replaced by guess.
 */
public final class BuiltInTemplates {

    /** The id of the Shinjuku template. */
    public static final String SHINJUKU = "shinjuku-outsourcing-personal-information";

    /** The version of the Shinjuku template that is adopted on onboarding. */
    public static final int SHINJUKU_VERSION = 1;

    private static final ChecklistTemplate SHINJUKU_1 = read("shinjuku-1.properties");

    private static final Set<ItemCode> SHINJUKU_1_ITEMS =
            SHINJUKU_1.items().stream()
                    .map(TemplateItem::itemCode)
                    .collect(Collectors.toUnmodifiableSet());

    private BuiltInTemplates() {}

    /**
     * The items of a template, whatever its words; empty where none of this id and version is built
     * in.
     */
    public static Set<ItemCode> itemsOf(String id, int version) {
        return isShinjuku1(id, version) ? SHINJUKU_1_ITEMS : Set.of();
    }

    /**
     * The template in the municipality's words, or empty where none of this id and version is built
     * in.
     */
    public static Optional<ChecklistTemplate> find(
            String id, int version, TemplateWording wording) {
        return isShinjuku1(id, version) ? Optional.of(SHINJUKU_1.in(wording)) : Optional.empty();
    }

    /** The Shinjuku template in the municipality's words. */
    public static ChecklistTemplate shinjuku(TemplateWording wording) {
        return SHINJUKU_1.in(wording);
    }

    private static boolean isShinjuku1(String id, int version) {
        return SHINJUKU.equals(id) && version == SHINJUKU_VERSION;
    }

    private static ChecklistTemplate read(String resource) {
        Texts texts = Texts.load(resource);
        List<TemplateSection> sections = new ArrayList<>();
        for (String code : texts.get("sections").split(",", -1)) {
            sections.add(section(texts, code));
        }
        return new ChecklistTemplate(
                texts.get("id"),
                Integer.parseInt(texts.get("version")),
                texts.get("title.ja"),
                texts.get("title.en"),
                texts.get("subtitle.ja"),
                texts.get("subtitle.en"),
                sections);
    }

    private static TemplateSection section(Texts texts, String code) {
        int count = Integer.parseInt(texts.get(code + ".items"));
        List<TemplateItem> items = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String itemCode = "%s-%02d".formatted(code, number);
            items.add(
                    new TemplateItem(
                            ItemCode.of(itemCode),
                            number,
                            texts.get(itemCode + ".title.ja"),
                            texts.get(itemCode + ".title.en"),
                            texts.get(itemCode + ".text.ja"),
                            texts.get(itemCode + ".text.en")));
        }
        return new TemplateSection(
                code, texts.get(code + ".title.ja"), texts.get(code + ".title.en"), items);
    }

    /** The lines of a resource; a missing one stops the start rather than printing null. */
    private record Texts(String resource, Properties lines) {

        static Texts load(String resource) {
            Properties lines = new Properties();
            try (InputStream in = BuiltInTemplates.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("the template " + resource + " is missing");
                }
                lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Texts(resource, lines);
        }

        String get(String key) {
            String text = lines.getProperty(key);
            if (text == null) {
                throw new IllegalStateException(resource + " has no line " + key);
            }
            return text;
        }
    }
}
