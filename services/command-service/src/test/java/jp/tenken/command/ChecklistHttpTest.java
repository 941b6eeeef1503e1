package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.WriteSide.Reply;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** The operations around a checklist as clients see them: answers, bodies, permissions. */
class ChecklistHttpTest {

    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final Caller STAFF = WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0101");
    private static final Caller HEAD = WriteSide.caller("131041", Role.DEPARTMENT_HEAD, "0101");
    private static final Caller OTHER_HEAD =
            WriteSide.caller("131041", Role.DEPARTMENT_HEAD, "0102");
    private static final Caller OFFICER = WriteSide.caller("131041", Role.SECURITY_OFFICER);
    private static final Caller AUDITOR = WriteSide.caller("131041", Role.AUDITOR);
    private static final String CONTRACT =
            """
            {"contractNumber":"R8-1","title":"健診結果データ入力","departmentCode":"%s",
             "contractor":{"name":"株式会社サンプル"},"period":{"from":"2026-04-01","to":"2027-03-31"}}
            """;

    private WriteSide writeSide;
    private String contract = "";
    private String checklist = "";

    @BeforeEach
    void importAChecklist() throws Exception {
        writeSide = WriteSide.start();
        put(
                OPERATOR,
                SHINJUKU,
                "{\"nameJa\":\"新宿区\",\"nameEn\":\"Shinjuku City\",\"kind\":\"special_ward\"}");
        for (String department : List.of("0101", "0102")) {
            put(
                    ADMINISTRATOR,
                    SHINJUKU + "/departments/" + department,
                    "{\"nameJa\":\"課\",\"nameEn\":\"Department\"}");
        }
        contract = register("0101");
        checklist = SHINJUKU + "/contracts/" + contract + "/checklist";
        assertThat(
                        writeSide
                                .call(STAFF, HttpMethod.POST, checklist + "/import")
                                .markdown(Samples.shinjuku())
                                .etag())
                .isEqualTo("\"25\"");
    }

    @AfterEach
    void stop() {
        writeSide.close();
    }

    @Test
    void aChecklistComesIntoForceAndIsRevised() {
        assertThat(post(STAFF, "/submission", "{\"comment\":\"確認をお願いします\"}").etag())
                .isEqualTo("\"26\"");
        assertThat(post(HEAD, "/approval", "{\"effectiveOn\":\"2026-04-01\"}"))
                .returns(400, Reply::status)
                .returns("effective-on-not-applicable", Reply::code);
        assertThat(post(OTHER_HEAD, "/approval", "{}").status()).isEqualTo(403);
        assertThat(post(STAFF, "/approval", "{}").status()).isEqualTo(403);
        assertThat(post(HEAD, "/approval", "{}").etag()).isEqualTo("\"27\"");
        assertThat(post(HEAD, "/confirmation", "{}").status()).isEqualTo(403);
        assertThat(post(OFFICER, "/confirmation", "{\"effectiveOn\":\"2026-04-01\"}").etag())
                .isEqualTo("\"28\"");

        Reply opened = post(STAFF, "/revisions", "{\"kind\":\"correction\",\"reason\":\"訂正\"}");
        assertThat(opened)
                .returns(201, Reply::status)
                .returns("\"29\"", Reply::etag)
                .returns(checklist + "?revision=2", Reply::location);
        assertThat(opened.body().path("id").asString()).isEqualTo("2");
        assertThat(post(STAFF, "/revision-discard", "{}").etag()).isEqualTo("\"30\"");
    }

    @Test
    void aStepOnAnOlderVersionIsStaleAndARequestSentTwiceIsOne() {
        assertThat(
                        writeSide
                                .call(STAFF, HttpMethod.POST, checklist + "/submission")
                                .header("If-Match", "\"24\"")
                                .json("{}"))
                .returns(412, Reply::status)
                .returns("version-stale", Reply::code);
        Reply first = keyed("/submission", "{\"comment\":\"一度だけ\"}");
        Reply again = keyed("/submission", "{\"comment\":\"一度だけ\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(keyed("/submission", "{\"comment\":\"別の言葉\"}").code())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void whoSendsBackSaysWhy() {
        post(STAFF, "/submission", "{}");

        assertThat(post(HEAD, "/send-back", "{\"comment\":\" \"}"))
                .returns(400, Reply::status)
                .returns(List.of("comment text-required"), Reply::violations);
        assertThat(post(HEAD, "/send-back", "{\"comment\":\"OPS-06 の理由\"}").status())
                .isEqualTo(200);
        assertThat(post(STAFF, "/submission", "{\"remark\":\"x\"}").violations())
                .containsExactly("remark field-unknown");
    }

    @Test
    void whereTheHeadAloneApprovesThereIsNoConfirmation() {
        assertThat(path(STAFF, "[\"department-head\"]").status()).isEqualTo(403);
        assertThat(path(ADMINISTRATOR, "[\"security-officer\"]"))
                .returns(400, Reply::status)
                .returns("approval-path-invalid", Reply::code);
        assertThat(path(ADMINISTRATOR, "[\"auditor?\"]").code()).isEqualTo("role-unknown");
        assertThat(path(ADMINISTRATOR, "[\"department-head\"]"))
                .returns(200, Reply::status)
                .returns("\"1\"", Reply::etag);

        post(STAFF, "/submission", "{}");
        assertThat(post(OFFICER, "/confirmation", "{}"))
                .returns(409, Reply::status)
                .returns("not-in-approval-path", Reply::code);
        assertThat(post(HEAD, "/approval", "{\"effectiveOn\":\"2026-04-01\"}").etag())
                .as("approved and confirmed")
                .isEqualTo("\"28\"");
    }

    @Test
    void severalDecisionsAreAllOrNothing() {
        assertThat(
                        post(
                                        STAFF,
                                        "/decisions",
                                        """
                                        {"decisions":[{"itemCode":"OPS-01","answer":"implement","note":"確認"},
                                         {"itemCode":"OPS-02","answer":"not_needed"}]}""")
                                .violations())
                .containsExactly("decisions[1].reason reason-required");
        assertThat(
                        post(STAFF, "/reconfirmations", "{\"itemCodes\":[\"OPS-01\",\"OPS-02\"]}")
                                .etag())
                .as("nothing of the former request was recorded")
                .isEqualTo("\"27\"");
        assertThat(
                        writeSide
                                .call(
                                        STAFF,
                                        HttpMethod.POST,
                                        checklist + "/items/OPS-01/reconfirmation")
                                .json("")
                                .etag())
                .isEqualTo("\"3\"");
        assertThat(post(STAFF, "/reconfirmations", "{\"itemCodes\":[]}").code())
                .isEqualTo("entries-required");
    }

    @Test
    void oneDecisionForManyContractsIsReportedForEach() {
        String second = register("0101");
        String foreign = register("0102");
        String body =
                "{\"contractIds\":[\"%s\",\"%s\",\"%s\",\"nobody\"],\"itemCode\":\"OPS-01\",\"answer\":\"implement\"}"
                        .formatted(contract, second, foreign);
        Reply reply =
                writeSide
                        .call(STAFF, HttpMethod.POST, SHINJUKU + "/checklist-decisions")
                        .json(body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(
                        reply.body()
                                .path("contracts")
                                .valueStream()
                                .map(
                                        each ->
                                                each.path("outcome").asString()
                                                        + " "
                                                        + each.path("code").asString("-"))
                                .toList())
                .containsExactly(
                        "unchanged -",
                        "decided -",
                        "refused out-of-scope",
                        "refused contract-not-found");
        assertThat(reply.body().path("sequence").asLong()).isPositive();
        assertThat(
                        writeSide
                                .call(AUDITOR, HttpMethod.POST, SHINJUKU + "/checklist-decisions")
                                .json(body)
                                .status())
                .isEqualTo(403);
    }

    @Test
    void evidenceIsReferredToAndWithdrawn() {
        String evidence = SHINJUKU + "/contracts/" + contract + "/evidence";
        Reply referred =
                writeSide
                        .call(STAFF, HttpMethod.POST, evidence)
                        .json(
                                """
                                {"itemCodes":["OPS-02"],"kind":"inspection_record","title":"立入調査報告書",
                                 "sha256":"%s","datedOn":"2026-07-15"}"""
                                        .formatted("AB".repeat(32)));

        assertThat(referred).returns(201, Reply::status).returns("\"1\"", Reply::etag);
        String withdrawal = referred.location() + "/withdrawal";
        assertThat(writeSide.call(STAFF, HttpMethod.POST, withdrawal).json("{}").etag())
                .isEqualTo("\"2\"");
        assertThat(writeSide.call(STAFF, HttpMethod.POST, evidence + "/e-9/withdrawal").json("{}"))
                .returns(404, Reply::status)
                .returns("evidence-not-found", Reply::code);
        assertThat(
                        writeSide
                                .call(STAFF, HttpMethod.POST, evidence)
                                .json(
                                        """
                                        {"itemCodes":["OPS-02"],"kind":"memo","title":"x",
                                         "sha256":"12","datedOn":"2026-07-15"}""")
                                .violations())
                .containsExactly("kind evidence-kind-invalid", "sha256 digest-invalid");
        assertThat(writeSide.call(AUDITOR, HttpMethod.POST, evidence).json("{}").status())
                .isEqualTo(403);
    }

    private String register(String department) {
        return writeSide
                .call(ADMINISTRATOR, HttpMethod.POST, SHINJUKU + "/contracts")
                .json(CONTRACT.formatted(department))
                .body()
                .path("id")
                .asString();
    }

    private Reply keyed(String step, String body) {
        return writeSide
                .call(STAFF, HttpMethod.POST, checklist + step)
                .header("Idempotency-Key", "key-1")
                .json(body);
    }

    private Reply path(Caller caller, String steps) {
        return put(caller, SHINJUKU + "/approval-path", "{\"steps\":%s}".formatted(steps));
    }

    private Reply post(Caller caller, String step, String body) {
        return writeSide.call(caller, HttpMethod.POST, checklist + step).json(body);
    }

    private Reply put(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.PUT, path).json(body);
    }
}
