package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tenken.command.WriteSide.Reply;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.incident.IncidentClock;
import jp.tenken.kernel.incident.ReportableSituation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** An incident over two contracts from its report to its end, as clients see it. */
class IncidentsHttpTest {

    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final Caller STAFF = WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0101");
    private static final Caller HEAD = WriteSide.caller("131041", Role.DEPARTMENT_HEAD, "0101");
    private static final Caller OFFICER = WriteSide.caller("131041", Role.SECURITY_OFFICER);
    private static final Caller CONTRACTOR =
            WriteSide.contractor("131041", ContractorId.ofName("株式会社サンプル").value());
    private static final String FACTS =
            "\"learnedAt\":\"2026-01-05T00:00:00Z\",\"summary\":\"通知書の誤送付\",\"dataItems\":[\"氏名\"]";

    private WriteSide writeSide;

    @BeforeEach
    void onboard() throws Exception {
        writeSide = WriteSide.start();
        put(
                OPERATOR,
                SHINJUKU,
                "{\"nameJa\":\"新宿区\",\"nameEn\":\"Shinjuku City\",\"kind\":\"special_ward\"}");
        for (String department : List.of("0101", "0102")) {
            put(
                    ADMINISTRATOR,
                    SHINJUKU + "/departments/" + department,
                    "{\"nameJa\":\"健康推進課\",\"nameEn\":\"Health\"}");
        }
    }

    @AfterEach
    void stop() {
        writeSide.close();
    }

    @Test
    void aContractorsIncidentOverTwoContractsIsToldTwiceClassifiedAndClosed() {
        String first = contract("0101", "株式会社サンプル");
        String second = contract("0102", "株式会社サンプル");

        Reply reported = report(CONTRACTOR, first, second);

        assertThat(reported.status()).isEqualTo(201);
        assertThat(reported.etag()).isEqualTo("\"1\"");
        assertThat(reported.body().path("clock").path("finalDue").asString())
                .as("day 30 from 5 January is 3 February")
                .isEqualTo("2026-02-03");
        String incident = SHINJUKU + "/incidents/" + reported.body().path("id").asString();
        assertThat(reported.location()).isEqualTo(incident);
        String told = "{\"contracts\":[{\"contractId\":\"%s\",\"personsEstimate\":120}],%s}";
        assertThat(post(CONTRACTOR, incident + "/facts", told.formatted(first, FACTS)).etag())
                .isEqualTo("\"2\"");
        assertThat(post(CONTRACTOR, incident + "/facts", "{" + FACTS + "}").etag())
                .isEqualTo("\"3\"");
        assertThat(post(STAFF, incident + "/facts", told.formatted(second, FACTS)))
                .as("another department's estimate")
                .returns(403, Reply::status)
                .returns("out-of-scope", Reply::code);
        assertThat(post(STAFF, incident + "/classification", "{\"situations\":[]}").status())
                .isEqualTo(403);
        assertThat(post(HEAD, incident + "/classification", "{\"situations\":[]}").violations())
                .containsExactly("reason classification-reason-required");
        assertThat(
                        writeSide
                                .call(HEAD, HttpMethod.POST, incident + "/classification")
                                .header("If-Match", "\"2\"")
                                .json("{\"situations\":[\"more_than_100_persons\"]}")
                                .status())
                .isEqualTo(412);
        assertThat(
                        post(
                                        HEAD,
                                        incident + "/classification",
                                        "{\"situations\":[\"more_than_100_persons\"]}")
                                .etag())
                .isEqualTo("\"4\"");
        assertThat(post(HEAD, incident + "/closure", "{}").etag()).isEqualTo("\"5\"");
        assertThat(post(HEAD, incident + "/withdrawal", "{\"reason\":\"誤報\"}"))
                .returns(409, Reply::status)
                .returns("incident-not-open", Reply::code);
    }

    @Test
    void aRevisionOfFactsDropsNoContractWhicheverItNames() {
        String first = contract("0101", "株式会社サンプル");
        String second = contract("0102", "株式会社サンプル");
        Reply reported = report(CONTRACTOR, first, second);
        String facts = SHINJUKU + "/incidents/" + reported.body().path("id").asString() + "/facts";

        for (String contracts :
                List.of(
                        "",
                        "\"contracts\":[],",
                        "\"contracts\":[{\"contractId\":\"%s\",\"personsEstimate\":5}],"
                                .formatted(second))) {
            assertThat(post(CONTRACTOR, facts, "{" + contracts + FACTS + "}").status())
                    .isEqualTo(200);

            assertThat(
                            writeSide
                                    .lastPayload()
                                    .path("contracts")
                                    .valueStream()
                                    .map(each -> each.path("contractId").asString()))
                    .as(contracts)
                    .containsExactly(first, second);
        }
        assertThat(
                        writeSide
                                .lastPayload()
                                .path("contracts")
                                .valueStream()
                                .map(each -> each.path("personsEstimate").asInt()))
                .as("what was not told anew stays")
                .containsExactly(30, 5);
    }

    @Test
    void aContractorReportsOnItsOwnContractsOnly() {
        String own = contract("0101", "株式会社サンプル");
        String others = contract("0101", "株式会社別");

        assertThat(report(CONTRACTOR, own, others))
                .returns(403, Reply::status)
                .returns("out-of-scope", Reply::code);
        assertThat(
                        post(
                                CONTRACTOR,
                                SHINJUKU + "/contracts/" + others + "/incidents",
                                "{" + FACTS + "}"))
                .returns(403, Reply::status)
                .returns("out-of-scope", Reply::code);
        assertThat(
                        post(
                                        CONTRACTOR,
                                        SHINJUKU + "/contracts/" + own + "/incidents",
                                        "{\"personsEstimate\":3," + FACTS + "}")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void whatDoesNotExistIsAbsentInThePathAndInvalidInTheBody() {
        String own = contract("0101", "株式会社サンプル");

        assertThat(report(OFFICER, own, "nowhere").violations())
                .containsExactly("contracts[1].contractId contract-unknown");
        assertThat(post(OFFICER, SHINJUKU + "/contracts/nowhere/incidents", "{" + FACTS + "}"))
                .returns(404, Reply::status)
                .returns("contract-not-found", Reply::code);
        assertThat(post(OFFICER, SHINJUKU + "/incidents/nowhere/closure", "{}"))
                .returns(404, Reply::status)
                .returns("incident-not-found", Reply::code);
        assertThat(post(OFFICER, SHINJUKU + "/incidents/-/closure", "{}"))
                .returns(400, Reply::status)
                .returns("incident-id-invalid", Reply::code);
    }

    @Test
    void anotherContractJoinsAndAReportThatWasSentTwiceIsOne() {
        String first = contract("0101", "株式会社サンプル");
        String second = contract("0102", "株式会社サンプル");
        String body = "{\"contracts\":[{\"contractId\":\"" + first + "\"}]," + FACTS + "}";

        Reply once = keyed(body);
        Reply again = keyed(body);

        assertThat(again.body()).isEqualTo(once.body());
        String incident = SHINJUKU + "/incidents/" + once.body().path("id").asString();
        String added = "{\"contractId\":\"" + second + "\",\"personsEstimate\":5}";
        assertThat(post(STAFF, incident + "/contracts", added).status()).isEqualTo(403);
        assertThat(post(CONTRACTOR, incident + "/contracts", added).etag()).isEqualTo("\"2\"");
        assertThat(post(CONTRACTOR, incident + "/contracts", added).etag()).isEqualTo("\"2\"");
    }

    @Test
    void whoReportsIsToldWhatTheFactsSuggestAndByWhenSomethingIsDue() {
        String first = contract("0101", "株式会社サンプル");
        String second = contract("0102", "株式会社サンプル");
        put(
                OFFICER,
                SHINJUKU + "/contracts/" + second + "/facts",
                "{\"handlesSpecialCareInformation\":true}");
        String body =
                """
                {"contracts":[{"contractId":"%s","personsEstimate":60},
                              {"contractId":"%s","personsEstimate":41}],%s}
                """
                        .formatted(first, second, FACTS);

        Reply reported = keyed(body);

        assertThat(reported.body().path("suggestedSituations").toString())
                .isEqualTo("[\"special_care_information\",\"more_than_100_persons\"]");
        assertThat(reported.body().path("classification").isNull()).isTrue();
        assertThat(reported.body().path("clock"))
                .isEqualTo(
                        writeSide.json(
                                IncidentClock.of(
                                        Instant.parse("2026-01-05T00:00:00Z"),
                                        List.of(
                                                ReportableSituation.SPECIAL_CARE_INFORMATION,
                                                ReportableSituation.MORE_THAN_100_PERSONS))));
        JsonNode known = reported.body().path("revisions").path(0);
        assertThat(reported.body().path("revisions").size()).isEqualTo(1);
        assertThat(known.path("revision").asInt()).isEqualTo(1);
        assertThat(known.path("contracts").size()).isEqualTo(2);
        assertThat(known.path("learnedAt").asString()).isEqualTo("2026-01-05T00:00:00Z");
        assertThat(reported.body().toString())
                .as("words are sealed by now")
                .doesNotContain("通知書", "氏名");

        put(OFFICER, SHINJUKU + "/contracts/" + second + "/facts", "{}");
        assertThat(keyed(body).body())
                .as("the same answer, whatever was declared since")
                .isEqualTo(reported.body());
    }

    @Test
    void whoReportsAtAContractIsToldTheSame() {
        String contract = contract("0101", "株式会社サンプル");

        Reply reported =
                post(
                        OFFICER,
                        SHINJUKU + "/contracts/" + contract + "/incidents",
                        "{\"personsEstimate\":101," + FACTS + "}");

        assertThat(reported.body().path("suggestedSituations").toString())
                .isEqualTo("[\"more_than_100_persons\"]");
        assertThat(
                        reported.body()
                                .path("revisions")
                                .path(0)
                                .path("contracts")
                                .path(0)
                                .path("personsEstimate")
                                .asInt())
                .isEqualTo(101);
    }

    @Test
    void thatItNeedNotBeReportedIsSaidByAWordOrByNamingNothing() {
        String contract = contract("0101", "株式会社サンプル");
        String path =
                SHINJUKU
                        + "/incidents/"
                        + report(OFFICER, contract, contract("0101", "株式会社サンプル"))
                                .body()
                                .path("id")
                                .asString()
                        + "/classification";
        String alone = "{\"situations\":[\"not_reportable\"],\"reason\":\"暗号化済み\"}";

        assertThat(post(OFFICER, path, alone).status()).isEqualTo(200);
        assertThat(writeSide.lastPayload().path("situations").size()).isZero();
        assertThat(post(OFFICER, path, "{\"situations\":[\"not_reportable\"]}").violations())
                .containsExactly("reason classification-reason-required");
        assertThat(
                        post(
                                        OFFICER,
                                        path,
                                        "{\"situations\":[\"wrongful_purpose\",\"not_reportable\"],\"reason\":\"x\"}")
                                .violations())
                .containsExactly("situations[1] situation-invalid");
    }

    @Test
    void anIncidentOfAClosedContractIsReportedAndAddedToLikeAnyOther() {
        String first = contract("0101", "株式会社サンプル");
        String second = contract("0102", "株式会社サンプル");
        for (String id : List.of(first, second)) {
            assertThat(
                            post(
                                            OFFICER,
                                            SHINJUKU + "/contracts/" + id + "/closure",
                                            "{\"kind\":\"completed\",\"on\":\"2026-04-30\"}")
                                    .status())
                    .isEqualTo(200);
        }

        assertThat(
                        post(
                                        CONTRACTOR,
                                        SHINJUKU + "/contracts/" + first + "/incidents",
                                        "{" + FACTS + "}")
                                .status())
                .isEqualTo(201);
        Reply reported = report(CONTRACTOR, first, second);
        assertThat(reported.status()).isEqualTo(201);
        String incident = SHINJUKU + "/incidents/" + reported.body().path("id").asString();
        assertThat(post(CONTRACTOR, incident + "/facts", "{" + FACTS + "}").status())
                .isEqualTo(200);
        assertThat(
                        post(
                                        OFFICER,
                                        incident + "/classification",
                                        "{\"situations\":[\"wrongful_purpose\"]}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void contractsAreAddedOneByOneOrAsAList() {
        String first = contract("0101", "株式会社サンプル");
        String second = contract("0102", "株式会社サンプル");
        String third = contract("0102", "株式会社サンプル");
        Reply reported =
                post(OFFICER, SHINJUKU + "/contracts/" + first + "/incidents", "{" + FACTS + "}");
        String path =
                SHINJUKU + "/incidents/" + reported.body().path("id").asString() + "/contracts";

        String list =
                "{\"contracts\":[{\"contractId\":\"%s\",\"personsEstimate\":5},{\"contractId\":\"%s\"}]}"
                        .formatted(second, third);
        assertThat(post(OFFICER, path, list).etag()).isEqualTo("\"3\"");
        assertThat(post(OFFICER, path, list).etag()).isEqualTo("\"3\"");
        assertThat(
                        post(
                                        OFFICER,
                                        path,
                                        "{\"contractId\":\"%s\",\"contracts\":[]}"
                                                .formatted(second))
                                .violations())
                .containsExactly("contractId field-unknown");
        assertThat(post(OFFICER, path, "{}").violations())
                .containsExactly("contractId field-required");
        assertThat(post(OFFICER, path, "{\"contracts\":[]}").violations())
                .containsExactly("contracts entries-required");
        assertThat(post(OFFICER, path, "{\"contractId\":\"nowhere\"}").violations())
                .containsExactly("contractId contract-unknown");
    }

    @Test
    void onlyWhatIsNewlyKnownIsTold() {
        String contract = contract("0101", "株式会社サンプル");
        String facts =
                SHINJUKU
                        + "/incidents/"
                        + post(
                                        OFFICER,
                                        SHINJUKU + "/contracts/" + contract + "/incidents",
                                        "{\"encrypted\":false," + FACTS + "}")
                                .body()
                                .path("id")
                                .asString()
                        + "/facts";
        JsonNode reported = writeSide.lastPayload().path("facts");

        assertThat(post(OFFICER, facts, "{\"personsEstimate\":120}").etag()).isEqualTo("\"2\"");

        assertThat(writeSide.lastPayload().path("facts")).isEqualTo(reported);
        assertThat(
                        writeSide
                                .lastPayload()
                                .path("contracts")
                                .path(0)
                                .path("personsEstimate")
                                .asInt())
                .isEqualTo(120);
        assertThat(post(OFFICER, facts, "{\"encrypted\":true}").status()).isEqualTo(200);
        assertThat(writeSide.lastPayload().path("facts").path("encrypted").asBoolean()).isTrue();
        assertThat(writeSide.lastPayload().path("facts").path("summary"))
                .isEqualTo(reported.path("summary"));
        assertThat(post(OFFICER, facts, "{\"summary\":\" \"}").violations())
                .containsExactly("summary text-required");
    }

    private Reply keyed(String body) {
        return writeSide
                .call(CONTRACTOR, HttpMethod.POST, SHINJUKU + "/incidents")
                .header("Idempotency-Key", "report-1")
                .json(body);
    }

    private Reply report(Caller caller, String first, String second) {
        return post(
                caller,
                SHINJUKU + "/incidents",
                """
                {"contracts":[{"contractId":"%s","personsEstimate":30},{"contractId":"%s"}],%s}
                """
                        .formatted(first, second, FACTS));
    }

    private String contract(String department, String contractor) {
        Reply reply =
                post(
                        OFFICER,
                        SHINJUKU + "/contracts",
                        """
                        {"contractNumber":"R8-1","title":"健診結果データ入力","departmentCode":"%s",
                         "contractor":{"name":"%s"},
                         "period":{"from":"2026-04-01","to":"2027-03-31"}}
                        """
                                .formatted(department, contractor));
        assertThat(reply.status()).isEqualTo(201);
        return reply.body().path("id").asString();
    }

    private Reply put(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.PUT, path).json(body);
    }

    private Reply post(Caller caller, String path, String body) {
        return writeSide.call(caller, HttpMethod.POST, path).json(body);
    }
}
