package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.tenken.command.WriteSide.Reply;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** A policy's new edition that is taken up with contractors, as clients see it. */
class PolicyEditionsHttpTest {

    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final Caller STAFF = WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0101");
    private static final Caller OFFICER = WriteSide.caller("131041", Role.SECURITY_OFFICER);
    private static final Caller CONTRACTOR =
            WriteSide.contractor("131041", ContractorId.ofName("株式会社サンプル").value());
    private static final String EDITION = SHINJUKU + "/policy-editions/policy-2026.1";
    private static final String CONSULTATIONS = EDITION + "/consultations";

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
    void anEditionIsTakenUpWithEveryContractOnce() {
        assertThat(issue("第1版"))
                .returns(201, Reply::status)
                .returns(EDITION, Reply::location)
                .returns("\"1\"", Reply::etag);
        assertThat(issue("第1版").status()).isEqualTo(200);
        assertThat(issue("第2版"))
                .returns(409, Reply::status)
                .returns("policy-edition-differs", Reply::code);
        String first = contract("0101", "株式会社サンプル");
        String second = contract("0102", "株式会社別");
        String closed = contract("0102", "株式会社別");
        post(
                OFFICER,
                SHINJUKU + "/contracts/" + closed + "/closure",
                "{\"kind\":\"terminated\",\"on\":\"2026-06-30\"}");

        Reply opened = keyed("{\"all\":true,\"proposal\":\"特記事項の差替え\"}");

        assertThat(opened.status()).isEqualTo(200);
        assertThat(contracts(opened)).containsExactly(first, second);
        assertThat(keyed("{\"all\":true,\"proposal\":\"特記事項の差替え\"}").body())
                .as("a repeated request gets its answer again")
                .isEqualTo(opened.body());
        assertThat(contracts(post(OFFICER, CONSULTATIONS, "{\"all\":true,\"proposal\":\"再\"}")))
                .isEmpty();
        String consultation =
                SHINJUKU
                        + "/consultations/"
                        + opened.body().path("opened").get(0).path("consultationId").asString();
        assertThat(post(CONTRACTOR, consultation + "/proposals", "{\"proposal\":\"承知\"}").etag())
                .isEqualTo("\"2\"");
        assertThat(post(STAFF, CONSULTATIONS, "{\"all\":true,\"proposal\":\"再\"}").status())
                .isEqualTo(403);
    }

    @Test
    void eitherSomeContractsAreNamedOrAllAreMeant() {
        String contract = contract("0101", "株式会社サンプル");
        issue("第1版");

        for (String which :
                List.of(
                        "",
                        "\"all\":false,",
                        "\"all\":true,\"contractIds\":[\"" + contract + "\"],")) {
            assertThat(post(OFFICER, CONSULTATIONS, "{" + which + "\"proposal\":\"案\"}"))
                    .returns(400, Reply::status)
                    .returns("contracts-required", Reply::code);
        }
        assertThat(
                        contracts(
                                post(
                                        OFFICER,
                                        CONSULTATIONS,
                                        "{\"contractIds\":[\""
                                                + contract
                                                + "\"],\"proposal\":\"案\"}")))
                .containsExactly(contract);
        assertThat(
                        post(
                                OFFICER,
                                SHINJUKU + "/policy-editions/another/consultations",
                                "{\"all\":true,\"proposal\":\"案\"}"))
                .returns(404, Reply::status)
                .returns("policy-edition-not-found", Reply::code);
    }

    private Reply issue(String edition) {
        return put(
                OFFICER,
                EDITION,
                """
                {"kind":"security_policy","titleJa":"新宿区情報セキュリティポリシー","edition":"%s",
                 "effectiveOn":"2026-10-01"}
                """
                        .formatted(edition));
    }

    private Reply keyed(String body) {
        return writeSide
                .call(OFFICER, HttpMethod.POST, CONSULTATIONS)
                .header("Idempotency-Key", "key-1")
                .json(body);
    }

    private static List<String> contracts(Reply reply) {
        return reply.body()
                .path("opened")
                .valueStream()
                .map(each -> each.path("contractId").asString())
                .toList();
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
