package jp.tenken.kernel.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MunicipalityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInTemplatesTest {

    private static final TemplateWording OSHIMA =
            TemplateWording.of("大島町", "Oshima Town", MunicipalityKind.TOWN);

    @Test
    void inShinjukusWordsItIsShinjukusForm() throws IOException {
        List<String> asPrinted =
                BuiltInTemplates.shinjuku(TemplateWording.SHINJUKU).items().stream()
                        .map(
                                item ->
                                        String.join(
                                                "\t",
                                                item.itemCode().value(),
                                                item.titleJa(),
                                                item.titleEn(),
                                                item.textJa(),
                                                item.textEn()))
                        .toList();

        assertThat(asPrinted).isEqualTo(lines("shinjuku-original.tsv")).hasSize(24);
    }

    @Test
    void hasElevenOperationalAndThirteenSystemItemsInTheOrderOfTheForm() {
        ChecklistTemplate template = BuiltInTemplates.shinjuku(OSHIMA);

        assertThat(template.sections())
                .extracting(TemplateSection::code)
                .containsExactly("OPS", "SYS");
        assertThat(template.sections())
                .extracting(section -> section.items().size())
                .containsExactly(11, 13);
        assertThat(template.items().getFirst().itemCode()).isEqualTo(ItemCode.of("OPS-01"));
        assertThat(template.has(ItemCode.of("SYS-13"))).isTrue();
        assertThat(template.has(ItemCode.of("SYS-14"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("adaptedTexts")
    void namesTheMunicipalityAndItsKind(String line) {
        String[] field = line.split("\t", -1);
        TemplateWording wording =
                TemplateWording.of(field[1], field[2], MunicipalityKind.valueOf(field[0]));

        TemplateItem item =
                BuiltInTemplates.shinjuku(wording).item(ItemCode.of(field[3])).orElseThrow();

        assertThat(item.textJa()).isEqualTo(field[4]);
        assertThat(item.textEn()).isEqualTo(field[5]);
    }

    @Test
    void leavesNothingOfShinjukuInATownsForm() {
        assertThat(BuiltInTemplates.shinjuku(OSHIMA).items())
                .allSatisfy(
                        item -> {
                            assertThat(item.textJa()).doesNotContain("区", "新宿", "{", "}");
                            assertThat(item.textEn()).doesNotContain("ward", "Shinjuku", "{");
                            assertThat(item.titleEn()).doesNotContain("ward", "{");
                        });
    }

    @Test
    void aNameThatLooksLikeAPlaceStaysAName() {
        TemplateWording odd = new TemplateWording("{kindJa}", "$1\\", "村", "village");

        assertThat(odd.applyTo("{nameJa}と{nameEn}")).isEqualTo("{kindJa}と$1\\");
    }

    @Test
    void findsOnlyVersionsThatExist() {
        assertThat(BuiltInTemplates.find(BuiltInTemplates.SHINJUKU, 1, OSHIMA))
                .contains(BuiltInTemplates.shinjuku(OSHIMA));
        assertThat(BuiltInTemplates.find(BuiltInTemplates.SHINJUKU, 2, OSHIMA)).isEmpty();
        assertThat(BuiltInTemplates.find("other", 1, OSHIMA)).isEmpty();
        assertThat(BuiltInTemplates.itemsOf(BuiltInTemplates.SHINJUKU, 1)).hasSize(24);
        assertThat(BuiltInTemplates.itemsOf(BuiltInTemplates.SHINJUKU, 2)).isEmpty();
    }

    @Test
    void prefecturesAndAssociationsAreCalledAsTheirNamesEnd() {
        assertThat(MunicipalityKind.PREFECTURE.wordJaFor("東京都")).isEqualTo("都");
        assertThat(MunicipalityKind.PREFECTURE.wordJaFor("大阪府")).isEqualTo("府");
        assertThat(MunicipalityKind.PREFECTURE.wordJaFor("徳島県")).isEqualTo("県");
        assertThat(MunicipalityKind.ASSOCIATION.wordJaFor("隠岐広域連合")).isEqualTo("広域連合");
    }

    static List<String> adaptedTexts() throws IOException {
        return lines("adapted-texts.tsv");
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(BuiltInTemplatesTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
