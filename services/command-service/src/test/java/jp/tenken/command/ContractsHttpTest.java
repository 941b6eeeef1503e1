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

/** What becomes of a contract and its contractor, as clients see it. */
class ContractsHttpTest {

    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final Caller STAFF = WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0101");
    private static final Caller OFFICER = WriteSide.caller("131041", Role.SECURITY_OFFICER);
    private static final Caller CONTRACTOR =
            WriteSide.contractor("131041", ContractorId.ofName("株式会社サンプル").value());

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
    void aContractIsDeclaredAmendedTransferredAndClosed() {
        String contract = SHINJUKU + "/contracts/" + contract("0101", "株式会社サンプル");

        assertThat(put(STAFF, contract + "/facts", "{\"usesCloudService\":true}"))
                .returns(200, Reply::status)
                .returns("\"2\"", Reply::etag);
        assertThat(
                        post(STAFF, contract + "/amendment", "{\"title\":\"新\",\"reason\":\"変更\"}")
                                .etag())
                .isEqualTo("\"3\"");
        assertThat(post(STAFF, contract + "/transfer", "{\"toDepartmentCode\":\"0102\"}").etag())
                .isEqualTo("\"4\"");
        assertThat(
                        post(
                                STAFF,
                                contract + "/closure",
                                "{\"kind\":\"completed\",\"on\":\"2027-03-31\"}"))
                .as("it is another department's now")
                .returns(403, Reply::status)
                .returns("out-of-scope", Reply::code);
        assertThat(
                        post(
                                        OFFICER,
                                        contract + "/closure",
                                        "{\"kind\":\"completed\",\"on\":\"2027-03-31\"}")
                                .etag())
                .isEqualTo("\"5\"");
        assertThat(
                        put(
                                OFFICER,
                                contract + "/checklist/items/OPS-01/decision",
                                "{\"answer\":\"implement\"}"))
                .returns(409, Reply::status)
                .returns("contract-closed", Reply::code);
    }

    @Test
    void fieldsAtFaultAreNamedWhereTheyStand() {
        String contract = SHINJUKU + "/contracts/" + contract("0101", "株式会社サンプル");

        assertThat(put(STAFF, contract + "/facts", "{\"personsEstimate\":-1}").violations())
                .containsExactly("personsEstimate number-out-of-range");
        assertThat(
                        post(
                                        STAFF,
                                        contract + "/amendment",
                                        """
                                        {"period":{"from":"2027-04-01","to":"2026-03-31"},"reason":"x"}
                                        """)
                                .violations())
                .containsExactly("period period-invalid");
        assertThat(post(STAFF, contract + "/closure", "{\"kind\":\"gone\",\"on\":\"2027-03-31\"}"))
                .returns(400, Reply::status)
                .returns(List.of("kind closure-kind-invalid"), Reply::violations);
        assertThat(
                        post(STAFF, contract + "/transfer", "{\"toDepartmentCode\":\"0999\"}")
                                .violations())
                .containsExactly("toDepartmentCode department-unknown");
    }

    @Test
    void aContractorThatWasNamedIsKnownToRegistrations() {
        String path = SHINJUKU + "/contractors/k-1";
        String named = "{\"name\":\"株式会社例示\",\"corporateNumber\":\"1180301018771\"}";

        assertThat(put(STAFF, path, named))
                .returns(201, Reply::status)
                .returns(path, Reply::location);
        assertThat(put(STAFF, path, named).status()).isEqualTo(200);
        assertThat(put(CONTRACTOR, path, named).status()).isEqualTo(403);
        assertThat(
                        post(
                                        STAFF,
                                        SHINJUKU + "/contracts",
                                        """
                                        {"contractNumber":"R8-2","title":"業務","departmentCode":"0101",
                                         "contractor":{"contractorId":"k-1"},
                                         "period":{"from":"2026-04-01","to":"2027-03-31"}}
                                        """)
                                .status())
                .isEqualTo(201);
    }

    @Test
    void aContractorThatContractsMadeKnownIsNamedAndNotCreated() {
        String registered =
                """
                {"contractNumber":"%s","title":"業務","departmentCode":"0101",
                 "contractor":{"name":"株式会社契約"},
                 "period":{"from":"2026-04-01","to":"2027-03-31"}}
                """;
        post(STAFF, SHINJUKU + "/contracts", registered.formatted("R8-7"));
        String path = SHINJUKU + "/contractors/" + ContractorId.ofName("株式会社契約");

        assertThat(put(STAFF, path, "{\"name\":\"契約ホールディングス\"}"))
                .returns(200, Reply::status)
                .returns(null, Reply::location)
                .returns("\"1\"", Reply::etag);
        Reply created =
                writeSide
                        .call(STAFF, HttpMethod.PUT, SHINJUKU + "/contractors/k-9")
                        .header("Idempotency-Key", "once")
                        .json("{\"name\":\"新規\"}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(
                        writeSide
                                .call(STAFF, HttpMethod.PUT, SHINJUKU + "/contractors/k-9")
                                .header("Idempotency-Key", "once")
                                .json("{\"name\":\"新規\"}"))
                .isEqualTo(created);
    }

    @Test
    void oneCorporateNumberIsOneContractorHoweverItBecameKnown() {
        String named = "{\"name\":\"株式会社例示\",\"corporateNumber\":\"1180301018771\"}";
        String contract =
                """
                {"contractNumber":"R8-2","title":"業務","departmentCode":"0101",
                 "contractor":{"name":"例示株式会社","corporateNumber":"1180301018771"},
                 "period":{"from":"2026-04-01","to":"2027-03-31"}}
                """;
        put(STAFF, SHINJUKU + "/contractors/k-1", named);

        assertThat(put(STAFF, SHINJUKU + "/contractors/k-2", named))
                .returns(409, Reply::status)
                .returns("corporate-number-taken", Reply::code);
        assertThat(post(STAFF, SHINJUKU + "/contracts", contract).status()).isEqualTo(201);
        assertThat(
                        post(
                                        WriteSide.contractor("131041", "k-1"),
                                        SHINJUKU
                                                + "/contracts/"
                                                + post(STAFF, SHINJUKU + "/contracts", contract)
                                                        .body()
                                                        .path("id")
                                                        .asString()
                                                + "/incidents",
                                        "{\"learnedAt\":\"2026-01-05T00:00:00Z\",\"summary\":\"誤送付\"}")
                                .status())
                .as("the contract is the named contractor's")
                .isEqualTo(201);
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
