package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenken.command.WriteSide.Reply;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** One decision for many contracts, sent again. */
class DecideAcrossHttpTest {

    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final Caller STAFF = WriteSide.caller("131041", Role.DEPARTMENT_STAFF, "0101");

    private WriteSide writeSide;
    private String first = "";
    private String second = "";

    @BeforeEach
    void registerTwoContracts() throws Exception {
        writeSide = WriteSide.start();
        put(
                OPERATOR,
                SHINJUKU,
                "{\"nameJa\":\"新宿区\",\"nameEn\":\"Shinjuku City\",\"kind\":\"special_ward\"}");
        put(
                ADMINISTRATOR,
                SHINJUKU + "/departments/0101",
                "{\"nameJa\":\"課\",\"nameEn\":\"Department\"}");
        first = register("R8-1");
        second = register("R8-2");
    }

    @AfterEach
    void stop() {
        writeSide.close();
    }

    @Test
    void aKeyStandsForTheContractsOfTheRequest() {
        assertThat(decide("key-1", first).status()).isEqualTo(200);
        long recorded = writeSide.recorded();

        assertThat(decide("key-1", second))
                .returns(422, Reply::status)
                .returns("idempotency-key-reused", Reply::code);
        assertThat(decide("key-1", second, first).code()).isEqualTo("idempotency-key-reused");
        assertThat(decide("key-1", first, second).code()).isEqualTo("idempotency-key-reused");
        assertThat(writeSide.recorded()).as("nothing was stored").isEqualTo(recorded);
    }

    @Test
    void theOrderBelongsToTheRequest() {
        decide("key-1", first, second);

        assertThat(decide("key-1", second, first).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void theSameRequestAgainHasTheSameReport() {
        Reply report = decide("key-1", first, "nobody", second);
        long recorded = writeSide.recorded();

        Reply again = decide("key-1", first, "nobody", second);

        assertThat(outcomes(report))
                .containsExactly("decided", "refused contract-not-found", "decided");
        assertThat(again.body()).isEqualTo(report.body());
        assertThat(again.sequence()).isEqualTo(report.sequence());
        assertThat(writeSide.recorded()).isEqualTo(recorded);
    }

    @Test
    void aKeyIsRecognisedAlsoWhereTheFirstContractRefused() {
        Reply report = decide("key-1", "nobody", second, first);
        long recorded = writeSide.recorded();

        assertThat(outcomes(report))
                .containsExactly("refused contract-not-found", "decided", "decided");
        assertThat(decide("key-1", "nobody", second, first).body()).isEqualTo(report.body());
        assertThat(decide("key-1", second, first).code()).isEqualTo("idempotency-key-reused");
        assertThat(decide("key-1", "nobody").code()).isEqualTo("idempotency-key-reused");
        assertThat(writeSide.recorded()).isEqualTo(recorded);
    }

    @Test
    void whereAllRefuseTheSequenceIsThatOfTheMunicipality() {
        Reply decided = decide("key-1", first);

        Reply refused = decide("key-2", "nobody", "neither");

        assertThat(outcomes(refused)).allMatch(each -> each.startsWith("refused"));
        assertThat(refused.sequence()).isEqualTo(decided.sequence());
        assertThat(refused.body().path("sequence").asString()).isEqualTo(decided.sequence());
    }

    private Reply decide(String key, String... contracts) {
        return writeSide
                .call(STAFF, HttpMethod.POST, SHINJUKU + "/checklist-decisions")
                .header("Idempotency-Key", key)
                .json(
                        Stream.of(contracts)
                                .map(id -> '"' + id + '"')
                                .collect(
                                        Collectors.joining(
                                                ",",
                                                "{\"contractIds\":[",
                                                "],\"itemCode\":\"OPS-01\",\"answer\":\"implement\"}")));
    }

    private static List<String> outcomes(Reply report) {
        assertThat(report.status()).as(report.body().toString()).isEqualTo(200);
        return report.body()
                .path("contracts")
                .valueStream()
                .map(
                        each ->
                                (each.path("outcome").asString()
                                                + " "
                                                + each.path("code").asString(""))
                                        .strip())
                .toList();
    }

    private String register(String number) {
        return writeSide
                .call(STAFF, HttpMethod.POST, SHINJUKU + "/contracts")
                .json(
                        """
                        {"contractNumber":"%s","title":"入力","departmentCode":"0101",
                         "contractor":{"name":"株式会社サンプル"},
                         "period":{"from":"2026-04-01","to":"2027-03-31"}}
                        """
                                .formatted(number))
                .body()
                .path("id")
                .asString();
    }

    private void put(Caller caller, String path, String body) {
        assertThat(writeSide.call(caller, HttpMethod.PUT, path).json(body).status())
                .isBetween(200, 201);
    }
}
