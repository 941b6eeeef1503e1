package jp.tenken.query.checklist.sheet;

import static jp.tenken.query.Samples.ITEMS;
import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.onboarded;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.TemplateWording;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChecklistEndpointTest {

    private static final String PATH = "/v1/municipalities/131041/contracts/c1/checklist";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aNewChecklistIsADraftOfTheWholeTemplateWithNothingDecided() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));

        var reply = side.get(OFFICER, PATH);
        JsonNode sheet = reply.json();

        assertThat(reply.headers().getETag()).isEqualTo("\"1\"");
        assertThat(sheet.propertyNames())
                .containsExactly(
                        "contractId",
                        "revision",
                        "state",
                        "kind",
                        "reason",
                        "consultationId",
                        "version",
                        "effectiveOn",
                        "inForce",
                        "template",
                        "sections",
                        "hints",
                        "progress");
        assertThat(sheet.path("contractId").asString()).isEqualTo("c1");
        assertThat(sheet.path("revision").asInt()).isEqualTo(1);
        assertThat(sheet.path("state").asString()).isEqualTo("draft");
        assertThat(sheet.path("effectiveOn").isNull()).isTrue();
        assertThat(sheet.path("inForce").isNull()).isTrue();
        assertThat(sheet.path("template").toString())
                .isEqualTo("{\"id\":\"" + BuiltInTemplates.SHINJUKU + "\",\"version\":1}");
        assertThat(sheet.path("hints").size()).isZero();
        assertThat(sheet.path("progress").toString()).isEqualTo("{\"decided\":0,\"total\":24}");
        assertThat(sheet.path("sections").size()).isEqualTo(2);
        assertThat(sheet.path("sections").path(0).propertyNames())
                .containsExactly("code", "titleJa", "titleEn", "items");
        JsonNode item = item(sheet, "OPS-01");
        assertThat(item.propertyNames())
                .containsExactly(
                        "itemCode",
                        "titleJa",
                        "titleEn",
                        "textJa",
                        "textEn",
                        "answer",
                        "symbol",
                        "reason",
                        "changeReason",
                        "note",
                        "decidedBy",
                        "decidedAt",
                        "version");
        assertThat(item.path("answer").asString()).isEqualTo("undecided");
        assertThat(item.path("symbol").asString()).isEmpty();
        assertThat(item.path("version").asInt()).isZero();
    }

    @Test
    void anItemShowsItsLatestDecisionWithItsOwnVersion() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, implement("c1", "OPS-06"), implement("c1", "OPS-01"));
        Instant decidedAt = ReadSide.BEGIN.plusSeconds(2);
        side.by("sato")
                .commit(
                        SHINJUKU,
                        new ItemDecided(
                                ContractId.of("c1"),
                                1,
                                ItemCode.of("OPS-06"),
                                Answer.NOT_NEEDED,
                                "電子データのみの取扱いのため",
                                null,
                                "確認済み"));

        var reply = side.get(OFFICER, PATH);
        JsonNode item = item(reply.json(), "OPS-06");

        assertThat(reply.headers().getETag()).isEqualTo("\"4\"");
        assertThat(item.path("answer").asString()).isEqualTo("not_needed");
        assertThat(item.path("symbol").asString()).isEqualTo("\uFF0D");
        assertThat(item.path("reason").asString()).isEqualTo("電子データのみの取扱いのため");
        assertThat(item.path("note").asString()).isEqualTo("確認済み");
        assertThat(item.path("decidedBy").toString())
                .isEqualTo(
                        "{\"subject\":\"sato\",\"role\":\"department-staff\","
                                + "\"departmentCode\":\"0101\",\"displayName\":null}");
        assertThat(Instant.parse(item.path("decidedAt").asString())).isEqualTo(decidedAt);
        assertThat(item.path("version").asInt()).isEqualTo(2);
        assertThat(item(reply.json(), "OPS-01").path("version").asInt()).isEqualTo(1);
        assertThat(reply.json().path("progress").path("decided").asInt()).isEqualTo(2);
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void itemsSpeakOfTheMunicipalityThatOpenedTheChecklist() {
        side.commit(
                SHINJUKU,
                registered("c1", "1", "0101"),
                opened("c1", TemplateWording.of("葉山町", "Hayama Town", MunicipalityKind.TOWN)));

        JsonNode item = item(side.get(OFFICER, PATH).json(), "OPS-03");

        assertThat(item.path("textJa").asString()).contains("町に報告").doesNotContain("区");
        assertThat(item(side.get(OFFICER, PATH).json(), "OPS-01").path("textJa").asString())
                .contains("葉山町情報セキュリティポリシー");
    }

    @Test
    void aChecklistIsReadAsItWasRecordedAtAnInstant() {
        side.at(Instant.parse("2026-03-01T00:00:00Z"));
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku City"));
        side.at(ReadSide.BEGIN);
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, ITEMS.stream().map(i -> implement("c1", i.value())).toArray());
        side.at(Instant.parse("2026-05-01T00:00:00Z"));
        side.commit(SHINJUKU, minus("c1", "OPS-06", "手交なし"));

        JsonNode before = side.get(OFFICER, PATH + "?asOf=2026-04-30").json();

        assertThat(item(before, "OPS-06").path("symbol").asString()).isEqualTo("\u25CB");
        assertThat(before.path("version").asInt()).isEqualTo(25);
        assertThat(side.get(OFFICER, PATH + "?asOf=2026-03-31").code())
                .isEqualTo("contract-not-found");
    }

    @Test
    void revisionNamesTheLatestOneInForceOrANumber() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));

        assertThat(side.get(OFFICER, PATH + "?revision=latest").status()).isEqualTo(200);
        assertThat(side.get(OFFICER, PATH + "?revision=1").status()).isEqualTo(200);
        for (String absent : new String[] {"in_force", "2", "999999999"}) {
            var reply = side.get(OFFICER, PATH + "?revision=" + absent);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("revision-not-found");
        }
        for (String invalid : new String[] {"0", "-1", "01", "first", "1e3", "9999999999"}) {
            var reply = side.get(OFFICER, PATH + "?revision=" + invalid);
            assertThat(reply.status()).as(invalid).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("parameter-invalid");
        }
    }

    @Test
    void aChecklistOutOfScopeIsForbiddenInTheOwnMunicipalityAndNotFoundInAnother() {
        side.commit(SHINJUKU, registered("c1", "1", "0101", "0102"), opened("c1"));

        assertThat(side.get(Callers.staff(SHINJUKU, "0102"), PATH).status()).isEqualTo(200);
        assertThat(side.get(Callers.staff(SHINJUKU, "0103"), PATH).status()).isEqualTo(403);
        assertThat(side.get(Callers.staff(SHIBUYA, "0101"), PATH).status()).isEqualTo(404);
        assertThat(side.get(Callers.of(SHINJUKU, Role.INTEGRATOR), PATH).status()).isEqualTo(403);
    }

    @Test
    void twoMunicipalitiesHaveChecklistsOfTheSameContractId() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHIBUYA, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHIBUYA, implement("c1", "OPS-01"));

        assertThat(side.get(OFFICER, PATH).json().path("version").asInt()).isEqualTo(1);
        assertThat(
                        side.get(
                                        Callers.of(SHIBUYA, Role.AUDITOR),
                                        "/v1/municipalities/131130/contracts/c1/checklist")
                                .json()
                                .path("version")
                                .asInt())
                .isEqualTo(2);
    }

    private static JsonNode item(JsonNode sheet, String code) {
        for (JsonNode section : sheet.path("sections")) {
            for (JsonNode item : section.path("items")) {
                if (item.path("itemCode").asString().equals(code)) {
                    return item;
                }
            }
        }
        throw new AssertionError("no item " + code);
    }
}
