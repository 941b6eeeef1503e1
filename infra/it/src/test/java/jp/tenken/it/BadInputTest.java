package jp.tenken.it;

import static jp.tenken.it.Bad.HOME;
import static jp.tenken.it.Bad.YES;
import static jp.tenken.it.Bad.decision;
import static jp.tenken.it.Bad.each;
import static jp.tenken.it.RunningTenken.DEPARTMENT;
import static jp.tenken.it.RunningTenken.REGISTRATION;
import static jp.tenken.it.RunningTenken.SHINJUKU;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies that should not be sent. */
@ExtendWith(SharedTenken.class)
class BadInputTest {

    private static final String JSON = "application/json";
    private static final String MARKDOWN = "text/markdown";

    @TestFactory
    Stream<DynamicTest> bodiesThatAreNoneOfOurs(RunningTenken tenken) throws IOException {
        Call call = decision(tenken, "OPS-01", YES);
        byte[] halfACharacter =
                "{\"answer\":\"implement\",\"note\":\"\u00e3\"}"
                        .getBytes(StandardCharsets.ISO_8859_1);
        String deep = "{\"answer\":" + "[".repeat(40) + "]".repeat(40) + "}";
        String large = "{\"answer\":\"implement\",\"note\":\"" + "x".repeat(300_000) + "\"}";
        return each(
                tenken,
                new Bad("cut off", call.body(JSON, "{\"answer\":"), 400, "body-malformed"),
                new Bad("two values", call.body(JSON, "{} {}"), 400, "body-malformed"),
                new Bad("nothing", call.body(JSON, ""), 400, "body-missing"),
                new Bad("a list", call.body(JSON, "[]"), 400, "body-not-an-object"),
                new Bad("too deep", call.body(JSON, deep), 400, "body-too-deep"),
                new Bad("too large", call.body(JSON, large), 413, "body-too-large"),
                new Bad("no UTF-8", call.body(JSON, halfACharacter), 400, "body-encoding"),
                new Bad(
                        "a field twice",
                        call.body(JSON, "{\"answer\":\"implement\",\"answer\":\"not_needed\"}"),
                        400,
                        "body-duplicate-field"),
                new Bad("no JSON", call.body("text/plain", "{}"), 415, "content-type-unsupported"),
                new Bad(
                        "another encoding",
                        call.body("application/json;charset=Shift_JIS", "{}"),
                        415,
                        "content-type-unsupported"),
                new Bad(
                        "compressed",
                        call.with("Content-Encoding", "gzip"),
                        415,
                        "content-type-unsupported"));
    }

    @TestFactory
    Stream<DynamicTest> fieldsThatBreakTheirRule(RunningTenken tenken) throws IOException {
        String home = HOME;
        Map<String, Object> noReason = Map.of("answer", "not_needed");
        return each(
                tenken,
                decides(tenken, "unknown", Map.of("answer", "implement", "x", 1), "field-unknown"),
                decides(tenken, "missing", Map.of("note", "n"), "field-required"),
                decides(tenken, "a number for a text", Map.of("answer", 1), "field-type"),
                decides(tenken, "no answer", Map.of("answer", "maybe"), "answer-invalid"),
                decides(
                        tenken,
                        "no decision",
                        Map.of("answer", "undecided"),
                        "answer-not-a-decision"),
                decides(tenken, "－ without reason", noReason, "reason-required"),
                decides(
                        tenken,
                        "a change reason before the first submission",
                        Map.of("answer", "implement", "changeReason", "r"),
                        "change-reason-not-applicable"),
                decides(
                        tenken,
                        "too long",
                        Map.of("answer", "implement", "note", "あ".repeat(50_000)),
                        "text-too-long"),
                decides(
                        tenken,
                        "a text that turns the line around",
                        Map.of("answer", "implement", "note", "a\u202Eb"),
                        "text-not-printable"),
                registers(tenken, "no date", period("2026-13-01", "2027-03-31"), "field-date"),
                registers(
                        tenken, "backwards", period("2027-04-01", "2026-03-31"), "period-invalid"),
                registers(
                        tenken,
                        "a department that is not there",
                        Map.of(
                                "departmentCode",
                                DEPARTMENT,
                                "participatingDepartmentCodes",
                                List.of("0999")),
                        "department-unknown"),
                registers(
                        tenken,
                        "a corporate number with a wrong check digit",
                        Map.of(
                                "contractor",
                                Map.of("name", "n", "corporateNumber", "1234567890123")),
                        "corporate-number-invalid"),
                registers(
                        tenken,
                        "a contractor that is not there",
                        Map.of("contractor", Map.of("contractorId", "nobody")),
                        "contractor-unknown"),
                new Bad(
                        "a kind of municipality that is none",
                        Call.put(home, Map.of("nameJa", "新", "nameEn", "N", "kind", "county"))
                                .as(tenken.token("operator", SHINJUKU)),
                        400,
                        "municipality-kind-invalid"));
    }

    @TestFactory
    Stream<DynamicTest> formsWithRowsInError(RunningTenken tenken) throws IOException {
        String form = new String(sample(), StandardCharsets.UTF_8);
        String target =
                HOME
                        + "/contracts/import?departmentCode=0101&contractNumber=IT-9&title=t"
                        + "&contractor=c&from=2026-04-01&to=2027-03-31";
        Call call =
                new Call("POST", target, List.of(), null)
                        .as(tenken.staff(SHINJUKU))
                        .body(MARKDOWN, form);
        String rowless = form.replaceFirst("(?m)^.*データの移行は行わない.*$", "");
        return each(
                tenken,
                new Bad(
                        "a symbol that is none",
                        call.body(MARKDOWN, form.replaceFirst("\\| ○", "| 済")),
                        400,
                        "import-rows-invalid"),
                new Bad("a row too few", call.body(MARKDOWN, rowless), 400, "import-rows-invalid"),
                new Bad(
                        "an item of nobody's",
                        call.body(MARKDOWN, form + "\n| | ○ | 毎朝体操をさせる。 |\n"),
                        400,
                        "import-rows-invalid"),
                new Bad("no table", call.body(MARKDOWN, "# 見出し"), 400, "import-table-missing"),
                new Bad("no text", call.body(MARKDOWN, new byte[] {-1, -2}), 400, "body-encoding"),
                new Bad("nothing", call.body(MARKDOWN, ""), 400, "body-missing"),
                new Bad(
                        "too large",
                        call.body(MARKDOWN, "x".repeat(2_200_000)),
                        413,
                        "body-too-large"),
                new Bad(
                        "a picture",
                        call.body("image/png", form),
                        415,
                        "content-type-unsupported"));
    }

    private static Bad decides(
            RunningTenken tenken, String name, Map<String, Object> body, String code)
            throws IOException {
        return new Bad(name, decision(tenken, "OPS-01", body), 400, code);
    }

    private static Bad registers(
            RunningTenken tenken, String name, Map<String, Object> change, String code)
            throws IOException {
        Map<String, Object> body = new HashMap<>(REGISTRATION);
        body.putAll(change);
        return new Bad(
                name, Call.post(HOME + "/contracts", body).as(tenken.staff(SHINJUKU)), 400, code);
    }

    private static Map<String, Object> period(String from, String to) {
        return Map.of("period", Map.of("from", from, "to", to));
    }

    private static byte[] sample() throws IOException {
        try (var in = BadInputTest.class.getResourceAsStream("/samples/checklist-shinjuku.md")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }
}
