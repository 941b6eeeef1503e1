package jp.tenken.query.checklist.sheet;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.allImplemented;
import static jp.tenken.query.Samples.approved;
import static jp.tenken.query.Samples.confirmed;
import static jp.tenken.query.Samples.discarded;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.reconfirmed;
import static jp.tenken.query.Samples.registered;
import static jp.tenken.query.Samples.revised;
import static jp.tenken.query.Samples.revision;
import static jp.tenken.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A checklist over several revisions, and what differs between them. */
class RevisionsTest {

    private static final String PATH = "/v1/municipalities/131041/contracts/c1/checklist";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void aRevisionGoesFromDraftOverReviewIntoForce() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, allImplemented("c1"));
        assertThat(get("").path("state").asString()).isEqualTo("draft");

        side.commit(SHINJUKU, submitted("c1", 1));
        assertThat(get("").path("state").asString()).isEqualTo("submitted");
        side.commit(SHINJUKU, approved("c1", 1));
        assertThat(get("").path("state").asString()).isEqualTo("approved");
        assertThat(get("").path("inForce").isNull()).isTrue();
        side.commit(SHINJUKU, confirmed("c1", 1, "2026-04-01"));

        assertThat(get("").path("state").asString()).isEqualTo("confirmed");
        assertThat(get("").path("effectiveOn").asString()).isEqualTo("2026-04-01");
        assertThat(get("").path("inForce").toString())
                .isEqualTo("{\"revision\":1,\"since\":\"2026-04-01\"}");
        assertThat(get("").path("version").asInt()).isEqualTo(28);
    }

    @Test
    void theFormerRevisionStaysInForceUntilTheNextOneIsConfirmedAndEffective() {
        firstRevision();
        side.commit(SHINJUKU, revision("c1", 2));
        side.commit(SHINJUKU, revised("c1", 2, "SYS-12", Answer.NOT_NEEDED, "リモート作業なし"));

        assertThat(get("").path("revision").asInt()).isEqualTo(2);
        assertThat(get("").path("kind").asString()).isEqualTo("measure_change");
        assertThat(symbol(get(""), "SYS-12")).isEqualTo("\uFF0D");
        JsonNode inForce = get("?revision=in_force");
        assertThat(inForce.path("revision").asInt()).isEqualTo(1);
        assertThat(inForce.path("state").asString()).isEqualTo("confirmed");
        assertThat(symbol(inForce, "SYS-12")).isEqualTo("\u25CB");

        side.commit(SHINJUKU, submitted("c1", 2), approved("c1", 2));
        side.commit(SHINJUKU, confirmed("c1", 2, "2026-10-01"));

        assertThat(get("?revision=in_force").path("revision").asInt()).isEqualTo(1);
        JsonNode later = get("?revision=in_force&inForceOn=2026-10-01");
        assertThat(later.path("revision").asInt()).isEqualTo(2);
        assertThat(later.path("inForce").path("since").asString()).isEqualTo("2026-10-01");
        assertThat(get("?revision=1&inForceOn=2026-10-01").path("inForce").path("revision").asInt())
                .isEqualTo(2);
        assertThat(symbol(get("?revision=1"), "SYS-12")).isEqualTo("\u25CB");
        assertThat(code("?revision=in_force&inForceOn=2026-03-31")).isEqualTo("revision-not-found");
        assertThat(code("?inForceOn=2026-02-30")).isEqualTo("parameter-invalid");
    }

    @Test
    void ofTwoRevisionsEffectiveByADayTheOneConfirmedLaterIsInForce() {
        firstRevision();
        side.commit(SHINJUKU, revision("c1", 2), submitted("c1", 2), approved("c1", 2));
        side.commit(SHINJUKU, confirmed("c1", 2, "2026-04-01"));
        side.commit(SHINJUKU, revision("c1", 3), submitted("c1", 3), approved("c1", 3));
        side.commit(SHINJUKU, confirmed("c1", 3, "2026-03-01"));

        for (String day : List.of("2026-03-01", "2026-03-31", "2026-04-01", "2026-05-01")) {
            assertThat(inForce(day)).as(day).isEqualTo("3 since 2026-03-01");
        }
        assertThat(code("?revision=in_force&inForceOn=2026-02-28")).isEqualTo("revision-not-found");
    }

    @Test
    void aRevisionThatWasSupersededBeforeItsDayNeverComesIntoForce() {
        firstRevision();
        side.commit(SHINJUKU, revision("c1", 2));
        side.commit(SHINJUKU, revised("c1", 2, "SYS-12", Answer.NOT_NEEDED, "リモート作業なし"));
        side.commit(SHINJUKU, submitted("c1", 2), approved("c1", 2));
        side.commit(SHINJUKU, confirmed("c1", 2, "2026-05-01"));
        assertThat(inForce("2026-05-01")).isEqualTo("2 since 2026-05-01");
        Instant announced = side.now();
        side.commit(SHINJUKU, revision("c1", 3));
        side.commit(SHINJUKU, revised("c1", 3, "SYS-12", Answer.IMPLEMENT, null));
        side.commit(SHINJUKU, submitted("c1", 3), approved("c1", 3));
        side.commit(SHINJUKU, confirmed("c1", 3, "2026-04-01"));

        assertThat(inForce("2026-03-31")).isEmpty();
        for (String day : List.of("2026-04-01", "2026-04-30", "2026-05-01", "2027-01-01")) {
            assertThat(inForce(day)).as(day).isEqualTo("3 since 2026-04-01");
        }
        assertThat(symbol(get("?revision=in_force&inForceOn=2026-05-01"), "SYS-12"))
                .isEqualTo("\u25CB");
        assertThat(get("?revision=2&inForceOn=2026-05-01").path("inForce").path("revision").asInt())
                .isEqualTo(3);
        assertThat(get("/diff?from=in_force&to=latest").path("items").size()).isZero();

        String then = "&asOf=" + announced;
        assertThat(inForce("2026-05-01" + then)).isEqualTo("2 since 2026-05-01");
        assertThat(inForce("2026-04-30" + then)).isEqualTo("1 since 2026-04-01");

        String before = get("?revision=in_force&inForceOn=2026-05-01").toString();
        side.rebuild(ChecklistSheet.VIEW);
        assertThat(get("?revision=in_force&inForceOn=2026-05-01")).hasToString(before);
    }

    // Of the revision that is read, and of what the answer says is in force; they are the same one.
    private String inForce(String day) {
        JsonNode sheet = get("?revision=in_force&inForceOn=" + day);
        JsonNode inForce = sheet.path("inForce");
        assertThat(sheet.path("revision")).isEqualTo(inForce.path("revision"));
        return inForce.isMissingNode()
                ? ""
                : inForce.path("revision").asInt() + " since " + inForce.path("since").asString();
    }

    @Test
    void aDiscardedRevisionLeavesTheConfirmedAnswersAndTheNumberOfDecisions() {
        firstRevision();
        side.commit(SHINJUKU, revision("c1", 2));
        side.commit(
                SHINJUKU,
                revised("c1", 2, "SYS-12", Answer.NOT_NEEDED, "一"),
                revised("c1", 2, "SYS-12", Answer.NOT_NEEDED, "二"),
                reconfirmed("c1", 2, "SYS-13"));
        side.commit(SHINJUKU, discarded("c1", 2));

        JsonNode sheet = get("");
        assertThat(sheet.path("revision").asInt()).isEqualTo(1);
        assertThat(sheet.path("state").asString()).isEqualTo("confirmed");
        assertThat(symbol(sheet, "SYS-12")).isEqualTo("\u25CB");
        assertThat(item(sheet, "SYS-12").path("version").asInt()).isEqualTo(3);
        assertThat(item(sheet, "SYS-13").path("version").asInt()).isEqualTo(2);
        assertThat(code("?revision=2")).isEqualTo("revision-not-found");

        side.commit(SHINJUKU, revision("c1", 3));
        assertThat(get("").path("revision").asInt()).isEqualTo(3);
        assertThat(get("?revision=1").path("state").asString()).isEqualTo("confirmed");
    }

    @Test
    void aDifferenceSaysWhatStoodWhoChangedItAndWhy() {
        firstRevision();
        side.at(Instant.parse("2026-05-01T00:00:00Z"));
        side.commit(SHINJUKU, revision("c1", 2));
        side.by("sato").commit(SHINJUKU, revised("c1", 2, "SYS-12", Answer.NOT_NEEDED, "リモート作業なし"));

        for (String asked : new String[] {"from=1&to=2", "from=1", "from=2026-04-30"}) {
            JsonNode items = get("/diff?" + asked).path("items");
            assertThat(items.size()).as(asked).isEqualTo(1);
            JsonNode item = items.path(0);
            assertThat(item.path("itemCode").asString()).isEqualTo("SYS-12");
            assertThat(item.path("before").path("symbol").asString()).isEqualTo("\u25CB");
            assertThat(item.path("after").path("symbol").asString()).isEqualTo("\uFF0D");
            assertThat(item.path("actor").path("subject").asString()).isEqualTo("sato");
            assertThat(item.path("reason").asString()).isEqualTo("リモート作業なし");
            assertThat(item.path("changeReason").asString()).isEqualTo("対策の変更");
        }
        assertThat(get("/diff?from=in_force&to=latest").path("items").size()).isEqualTo(1);
        assertThat(get("/diff?from=1&to=2026-04-30").path("items").size()).isZero();
        assertThat(get("/diff?from=1&to=latest&asOf=2026-04-30").path("items").size()).isZero();
        assertThat(code("/diff?from=3")).isEqualTo("revision-not-found");
        assertThat(code("/diff")).isEqualTo("parameter-invalid");
        assertThat(code("/diff?from=yesterday")).isEqualTo("parameter-invalid");
    }

    @Test
    void twoMunicipalitiesHaveRevisionsOfTheSameContractId() {
        firstRevision();
        side.commit(SHIBUYA, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHIBUYA, allImplemented("c1"));
        side.commit(SHIBUYA, submitted("c1", 1), approved("c1", 1));
        side.commit(SHIBUYA, confirmed("c1", 1, "2026-04-01"));
        side.commit(SHIBUYA, revision("c1", 2));
        side.commit(SHIBUYA, revised("c1", 2, "SYS-12", Answer.NOT_NEEDED, "不要"));

        assertThat(get("?revision=1").path("revision").asInt()).isEqualTo(1);
        assertThat(code("?revision=2")).isEqualTo("revision-not-found");
        assertThat(
                        side.get(
                                        Callers.of(SHIBUYA, Role.AUDITOR),
                                        PATH.replace("131041", "131130") + "/diff?from=1&to=2")
                                .json()
                                .path("items")
                                .size())
                .isEqualTo(1);
        assertThat(side.appliedAgain()).isZero();
    }

    private void firstRevision() {
        firstRevision(SHINJUKU);
    }

    private void firstRevision(MunicipalityCode code) {
        side.commit(code, registered("c1", "1", "0101"), opened("c1"));
        side.commit(code, allImplemented("c1"));
        side.commit(code, submitted("c1", 1));
        side.commit(code, approved("c1", 1));
        side.commit(code, confirmed("c1", 1, "2026-04-01"));
    }

    private JsonNode get(String query) {
        return side.get(OFFICER, PATH + query).json();
    }

    private String code(String query) {
        return side.get(OFFICER, PATH + query).code();
    }

    private static String symbol(JsonNode sheet, String code) {
        return item(sheet, code).path("symbol").asString();
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
