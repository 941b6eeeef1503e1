package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.tenken.command.WriteSide.Reply;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** The journey of a municipality through the write side, as clients see it. */
class WriteSideHttpTest {

    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final String CONTRACTS = SHINJUKU + "/contracts";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final Caller STAFF = WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0101");
    private static final Caller OTHER_STAFF =
            WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0102");
    private static final Caller SHIBUYA_STAFF =
            WriteSide.caller("131130", Role.DEPARTMENT_STAFF, "0101");
    private static final String CIRCLE = "{\"answer\":\"implement\"}";
    private static final String CONTRACT =
            """
            {"contractNumber":"R8-1","title":"健診結果データ入力","departmentCode":"0101",
             "contractor":{"name":"株式会社サンプル","corporateNumber":"1180301018771"},
             "period":{"from":"2026-04-01","to":"2027-03-31"},
             "facts":{"mediaPaper":false,"personsEstimate":1200}}
            """;

    private WriteSide writeSide;

    @BeforeEach
    void onboard() throws Exception {
        writeSide = WriteSide.start();
        assertThat(put(OPERATOR, SHINJUKU, shinjuku("新宿区")).status()).isEqualTo(201);
        assertThat(department(ADMINISTRATOR, "0101", "健康推進課").status()).isEqualTo(201);
        assertThat(department(ADMINISTRATOR, "0102", "区政情報課").status()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        writeSide.close();
    }

    @Test
    void onboardingAgainIsFineOtherwiseItIsAConflict() {
        assertThat(put(OPERATOR, SHINJUKU, shinjuku("新宿区")).status()).isEqualTo(200);
        assertThat(put(OPERATOR, SHINJUKU, shinjuku("シン宿区")))
                .returns(409, Reply::status)
                .returns("municipality-already-onboarded", Reply::code);
        assertThat(put(ADMINISTRATOR, SHINJUKU, shinjuku("新宿区")).status()).isEqualTo(403);
        assertThat(put(OPERATOR, "/v1/municipalities/131042", shinjuku("新宿区")))
                .returns(400, Reply::status)
                .returns("municipality-code-invalid", Reply::code);
    }

    @Test
    void aDepartmentIsRenamedByTheAdministratorOnly() {
        assertThat(department(ADMINISTRATOR, "0101", "健康づくり課"))
                .returns(200, Reply::status)
                .returns("\"2\"", Reply::etag);
        assertThat(department(STAFF, "0101", "健康づくり課").status()).isEqualTo(403);
        assertThat(department(ADMINISTRATOR, "０１０１", "健康づくり課"))
                .returns(400, Reply::status)
                .returns("department-code-invalid", Reply::code);
    }

    @Test
    void aPersonIsErasedByOfficerOrAdministratorOnlyUnderAnySubject() {
        String erasure = SHINJUKU + "/persons/idp%7Ctanaka%2040/erasure";
        String reason = "{\"reason\":\"退職後の求めによる\"}";

        assertThat(post(STAFF, erasure, reason).status()).isEqualTo(403);
        assertThat(post(SHIBUYA_STAFF, erasure, reason).status()).isEqualTo(404);
        assertThat(post(ADMINISTRATOR, erasure, "{\"reason\":\"\"}"))
                .returns(400, Reply::status)
                .returns("text-required", Reply::code);
        assertThat(post(ADMINISTRATOR, erasure, reason))
                .returns(200, Reply::status)
                .returns("\"1\"", Reply::etag)
                .returns("idp|tanaka 40", reply -> reply.body().path("id").asString());
        assertThat(post(ADMINISTRATOR, erasure, reason).status()).isEqualTo(200);
    }

    @Test
    void anEventThatIsUnknownOrHoldsNoTextCannotBeRedacted() {
        String reason = "{\"reason\":\"本人の求めによる\"}";

        assertThat(post(STAFF, SHINJUKU + "/events/e-1/redaction", reason).status()).isEqualTo(403);
        assertThat(post(ADMINISTRATOR, SHINJUKU + "/events/e-1/redaction", reason))
                .returns(404, Reply::status)
                .returns("event-not-found", Reply::code);
        assertThat(
                        post(
                                ADMINISTRATOR,
                                SHINJUKU + "/events/" + writeSide.lastEventId() + "/redaction",
                                reason))
                .returns(409, Reply::status)
                .returns("nothing-to-redact", Reply::code);
    }

    private Reply post(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.POST, path).json(body);
    }

    @Test
    void aContractIsRegisteredOncePerIdempotencyKey() {
        Reply first = register(STAFF, "key-1", CONTRACT);
        Reply again = register(STAFF, "key-1", CONTRACT);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.etag()).isEqualTo("\"2\"");
        assertThat(first.location())
                .isEqualTo(CONTRACTS + "/" + first.body().path("id").asString());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(register(STAFF, "key-1", CONTRACT.replace("R8-1", "R8-2")))
                .returns(422, Reply::status)
                .returns("idempotency-key-reused", Reply::code);
    }

    @Test
    void aContractThatBreaksAFieldRuleNamesTheField() {
        assertThat(register(STAFF, "a", CONTRACT.replace("1180301018771", "2180301018771")))
                .returns(400, Reply::status)
                .returns("corporate-number-invalid", Reply::code)
                .returns(
                        List.of("contractor.corporateNumber corporate-number-invalid"),
                        Reply::violations);
        assertThat(register(STAFF, "b", CONTRACT.replace("2027-03-31", "2026-03-31")).code())
                .isEqualTo("period-invalid");
        assertThat(register(STAFF, "c", CONTRACT.replace("1200", "-1")).violations())
                .containsExactly("facts.personsEstimate number-out-of-range");
        assertThat(register(STAFF, "d", CONTRACT.replace("R8-1", "")).violations())
                .containsExactly("contractNumber text-required");
        assertThat(register(ADMINISTRATOR, "e", CONTRACT.replace("\"0101\"", "\"0999\"")).code())
                .isEqualTo("department-unknown");
        assertThat(register(OTHER_STAFF, "f", CONTRACT).status()).isEqualTo(403);
        assertThat(register(SHIBUYA_STAFF, "g", CONTRACT).status()).isEqualTo(404);
    }

    @Test
    void anItemIsDecidedAndDecidedAgain() {
        String item = itemsOf(register(STAFF, "k", CONTRACT)) + "/OPS-06/decision";

        assertThat(put(STAFF, item, CIRCLE))
                .returns(200, Reply::status)
                .returns("\"1\"", Reply::etag);
        assertThat(put(STAFF, item, CIRCLE)).returns("\"1\"", Reply::etag);
        assertThat(put(STAFF, item, "{\"answer\":\"not_needed\",\"reason\":\"紙のみ\"}"))
                .returns("\"2\"", Reply::etag);
        assertThat(
                        writeSide
                                .call(STAFF, HttpMethod.PUT, item)
                                .header("If-Match", "\"1\"")
                                .json(CIRCLE))
                .returns(412, Reply::status)
                .returns("version-stale", Reply::code);
    }

    @Test
    void aDecisionThatBreaksARuleSaysWhich() {
        String items = itemsOf(register(STAFF, "k", CONTRACT));

        assertThat(put(STAFF, items + "/OPS-01/decision", "{\"answer\":\"not_needed\"}"))
                .returns(400, Reply::status)
                .returns("reason-required", Reply::code);
        assertThat(
                        put(
                                STAFF,
                                items + "/OPS-01/decision",
                                "{\"answer\":\"implement\",\"changeReason\":\"なし\"}"))
                .returns("change-reason-not-applicable", Reply::code);
        assertThat(put(STAFF, items + "/OPS-99/decision", CIRCLE))
                .returns(400, Reply::status)
                .returns("item-unknown", Reply::code);
        assertThat(put(STAFF, items + "/ops1/decision", CIRCLE)).returns(400, Reply::status);
        assertThat(put(STAFF, items + "/OPS-01/decision", "{\"answer\":\"maybe\"}"))
                .returns("answer-invalid", Reply::code);
        assertThat(put(OTHER_STAFF, items + "/OPS-01/decision", CIRCLE))
                .returns(403, Reply::status);
        assertThat(put(ADMINISTRATOR, items + "/OPS-01/decision", CIRCLE))
                .returns(403, Reply::status);
        assertThat(put(SHIBUYA_STAFF, items + "/OPS-01/decision", CIRCLE))
                .returns(404, Reply::status);
        assertThat(put(STAFF, CONTRACTS + "/nobody/checklist/items/OPS-01/decision", CIRCLE))
                .returns(404, Reply::status)
                .returns("contract-not-found", Reply::code);
    }

    @Test
    void theShinjukuDocumentGoesInThroughTheSameDoorAsAnybodysFile() throws Exception {
        Reply imported = importAs(STAFF, "k", Samples.shinjuku());
        Reply again = importAs(STAFF, "k", Samples.shinjuku());

        assertThat(imported.status()).isEqualTo(201);
        assertThat(imported.body().path("imported").toString())
                .isEqualTo("{\"implement\":21,\"notNeeded\":3,\"undecided\":0}");
        assertThat(imported.body().path("sequence").asLong()).isEqualTo(30);
        assertThat(again.body()).isEqualTo(imported.body());
    }

    @Test
    void aFormWithRowsInErrorNamesThemAndStoresNothing() throws Exception {
        Reply refused =
                importAs(STAFF, "k", Samples.shinjuku().replaceFirst("\\| ○   \\|", "| △ |"));

        assertThat(refused).returns(400, Reply::status).returns("import-rows-invalid", Reply::code);
        assertThat(refused.violations()).containsExactly("rows[1] row-symbol-unreadable");
        assertThat(importAs(STAFF, "k2", Samples.shinjuku()).body().path("sequence").asLong())
                .isEqualTo(30);
        assertThat(importAs(STAFF, "k3", "# 何もない").code()).isEqualTo("import-table-missing");
    }

    @Test
    void anImportNeedsItsParameters() throws Exception {
        String document = Samples.shinjuku();

        assertThat(importFrom(STAFF, CONTRACTS + "/import?departmentCode=0101", document))
                .returns(400, Reply::status)
                .returns("field-required", Reply::code);
        assertThat(importFrom(STAFF, importPath().replace("2027-03-31", "2027-02-30"), document))
                .returns("field-date", Reply::code);
        assertThat(importFrom(STAFF, importPath().replace("0101", "9%2F9"), document))
                .returns("department-code-invalid", Reply::code);
    }

    @Test
    void aFormIsImportedIntoAContractThatIsThere() throws Exception {
        Reply registered = register(STAFF, "k", CONTRACT);
        String path =
                CONTRACTS + "/" + registered.body().path("id").asString() + "/checklist/import";

        assertThat(importFrom(STAFF, path, Samples.shinjuku()))
                .returns(201, Reply::status)
                .returns("\"25\"", Reply::etag);
        assertThat(importFrom(STAFF, path, Samples.shinjuku()))
                .returns(200, Reply::status)
                .returns("\"25\"", Reply::etag);
        assertThat(importFrom(OTHER_STAFF, path, Samples.shinjuku())).returns(403, Reply::status);
    }

    private Reply put(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.PUT, path).json(body);
    }

    private Reply department(Caller caller, String code, String nameJa) {
        return put(
                caller,
                SHINJUKU + "/departments/" + URLEncoder.encode(code, StandardCharsets.UTF_8),
                "{\"nameJa\":\"%s\",\"nameEn\":\"Department\"}".formatted(nameJa));
    }

    private Reply register(Caller caller, String key, String body) {
        return writeSide
                .call(caller, HttpMethod.POST, CONTRACTS)
                .header("Idempotency-Key", key)
                .json(body);
    }

    private Reply importAs(Caller caller, String key, String document) {
        return writeSide
                .call(caller, HttpMethod.POST, importPath())
                .header("Idempotency-Key", key)
                .markdown(document);
    }

    private Reply importFrom(Caller caller, String path, String document) {
        return writeSide.call(caller, HttpMethod.POST, path).markdown(document);
    }

    private static String importPath() {
        return CONTRACTS
                + "/import?departmentCode=0101&contractNumber=R8-5&title="
                + URLEncoder.encode("窓口業務委託", StandardCharsets.UTF_8)
                + "&contractor=Sample&from=2026-04-01&to=2027-03-31";
    }

    private static String itemsOf(Reply registered) {
        return CONTRACTS + "/" + registered.body().path("id").asString() + "/checklist/items";
    }

    private static String shinjuku(String nameJa) {
        return "{\"nameJa\":\"%s\",\"nameEn\":\"Shinjuku City\",\"kind\":\"special_ward\"}"
                .formatted(nameJa);
    }
}
