package jp.tenken.it;

import static jp.tenken.it.RunningTenken.REGISTRATION;
import static jp.tenken.it.RunningTenken.SHIBUYA;
import static jp.tenken.it.RunningTenken.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedTenken.class)
class SideBySideTest {

    private final RunningTenken tenken;

    SideBySideTest(RunningTenken tenken) {
        this.tenken = tenken;
    }

    @Test
    void listsShowNothingOfTheOtherMunicipality() throws Exception {
        assertThat(listed(SHINJUKU)).contains(tenken.contract()).doesNotContain(tenken.elsewhere());
        assertThat(listed(SHIBUYA)).contains(tenken.elsewhere()).doesNotContain(tenken.contract());
    }

    @Test
    void aContractOfTheOtherMunicipalityIsNotThereUnderOnesOwnPath() throws Exception {
        String shinjuku = tenken.staff(SHINJUKU);
        for (String below : List.of("", "/status", "/checklist")) {
            Reply reply =
                    tenken.send(
                            Call.get(contracts(SHINJUKU) + "/" + tenken.elsewhere() + below)
                                    .as(shinjuku));

            assertThat(reply.status()).as(below + " " + reply).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("contract-not-found");
        }
    }

    @Test
    void nothingBelowThePathOfTheOtherMunicipalityIsThere() throws Exception {
        String shinjuku = tenken.staff(SHINJUKU);
        for (String path :
                List.of(
                        "/v1/municipalities/" + SHIBUYA,
                        "/v1/municipalities/" + SHIBUYA + "/departments",
                        contracts(SHIBUYA),
                        contracts(SHIBUYA) + "/" + tenken.elsewhere(),
                        contracts(SHIBUYA) + "/" + tenken.elsewhere() + "/status",
                        contracts(SHIBUYA) + "/" + tenken.elsewhere() + "/checklist")) {
            Reply reply = tenken.send(Call.get(path).as(shinjuku));

            assertThat(reply.status()).as(path + " " + reply).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("not-found");
        }
    }

    @Test
    void aDecisionReachesNoContractOfTheOtherMunicipality() throws Exception {
        long before = tenken.events();

        Reply reply =
                tenken.send(
                        Call.put(
                                        contracts(SHINJUKU)
                                                + "/"
                                                + tenken.elsewhere()
                                                + "/checklist/items/OPS-01/decision",
                                        Map.of("answer", "implement"))
                                .as(tenken.staff(SHINJUKU)));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(tenken.events()).isEqualTo(before);
    }

    @Test
    void oneKeyOfOneCallerIsTwoRequestsInTwoMunicipalities() throws Exception {
        Reply here = register(SHINJUKU);
        Reply there = register(SHIBUYA);

        assertThat(here.status()).isEqualTo(201);
        assertThat(there.status()).isEqualTo(201);
        assertThat(there.json().path("id").asString())
                .isNotEqualTo(here.json().path("id").asString());
    }

    @Test
    void everyMunicipalityCountsItsOwnSequence() throws Exception {
        long first = register(SHIBUYA, "sequence-1").json().path("sequence").asLong();
        register(SHINJUKU, "sequence-2");
        long second = register(SHIBUYA, "sequence-3").json().path("sequence").asLong();

        // A registration is two events: the contract, and its checklist.
        assertThat(second).isEqualTo(first + 2);
    }

    private Reply register(String municipality) throws IOException {
        return register(municipality, "side-by-side");
    }

    private Reply register(String municipality, String key) throws IOException {
        Reply reply =
                tenken.send(
                        Call.post(contracts(municipality), REGISTRATION)
                                .as(tenken.staff(municipality))
                                .key(key));
        assertThat(reply.success()).as(reply.toString()).isTrue();
        return reply;
    }

    private List<String> listed(String municipality) throws IOException {
        Reply page =
                tenken.send(
                        Call.get(contracts(municipality) + "?limit=500")
                                .as(tenken.token("auditor", municipality)));
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        List<String> ids = new ArrayList<>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private static String contracts(String municipality) {
        return "/v1/municipalities/" + municipality + "/contracts";
    }
}
