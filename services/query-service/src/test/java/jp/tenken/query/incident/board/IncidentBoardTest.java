package jp.tenken.query.incident.board;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.classified;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.incident;
import static jp.tenken.query.Samples.incidentClosed;
import static jp.tenken.query.Samples.incidentFacts;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.IncidentReported;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Incidents, as they are listed and read. */
class IncidentBoardTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);
    private static final ContractorId KO = ContractorId.ofName("甲社");

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void anIncidentSaysByWhenItIsToBeReportedAndWhatWasKnownWhen() {
        contracts();
        side.commit(SHINJUKU, facts("a", "{\"handlesSpecialCareInformation\":true}"));
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "a", "b"));
        side.at(Instant.parse("2026-04-20T00:00:00Z"));
        side.by("sato")
                .commit(
                        SHINJUKU,
                        new IncidentFactsRevised(
                                IncidentId.of("i1"),
                                2,
                                List.of(
                                        new IncidentContract(ContractId.of("a"), 90),
                                        new IncidentContract(ContractId.of("b"), 11)),
                                incidentFacts("2026-04-02T00:00:00Z")));

        var reply = side.get(OFFICER, HERE + "/incidents/i1");
        JsonNode incident = reply.json();

        assertThat(reply.headers().getETag()).isEqualTo("\"2\"");
        assertThat(incident.path("clock").path("finalDue").asString()).isEqualTo("2026-05-01");
        assertThat(incident.path("suggestedSituations").toString())
                .isEqualTo("[\"special_care_information\",\"more_than_100_persons\"]");
        assertThat(incident.path("personsEstimate").asInt()).isEqualTo(101);
        assertThat(incident.path("summary").asString()).isEqualTo("消去済み");
        assertThat(incident.path("revisions").size()).isEqualTo(2);
        assertThat(incident.path("revisions").path(1).path("actor").path("subject").asString())
                .isEqualTo("sato");
        assertThat(incident.path("classification").isNull()).isTrue();
        JsonNode before = side.get(OFFICER, HERE + "/incidents/i1?asOf=2026-04-19").json();
        assertThat(before.path("personsEstimate").asInt()).isEqualTo(20);
        assertThat(before.path("clock").path("finalDue").asString()).isEqualTo("2026-04-30");

        side.commit(
                SHINJUKU,
                classified("i1", List.of(ReportableSituation.WRONGFUL_PURPOSE), "a", "b"));
        JsonNode classified = side.get(OFFICER, HERE + "/incidents/i1").json();
        assertThat(classified.path("clock").path("finalDue").asString()).isEqualTo("2026-06-01");
        assertThat(classified.path("classification").path("situations").toString())
                .isEqualTo("[\"wrongful_purpose\"]");
    }

    @Test
    void incidentsAreListedLatestFirstByScopeDepartmentAndState() {
        contracts();
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "a"));
        side.commit(SHINJUKU, incident("i2", "2026-04-01T00:00:00Z", "a", "b"));
        side.commit(SHINJUKU, incident("i3", "2026-04-01T00:00:00Z", "b"));
        side.commit(SHINJUKU, incidentClosed("i3", "b"));
        side.commit(SHIBUYA, registered("a", "1", "0101"));
        side.commit(SHIBUYA, incident("i1", "2026-04-01T00:00:00Z", "a"));

        assertThat(ids(OFFICER, "/incidents")).containsExactly("i3", "i2", "i1");
        assertThat(ids(OFFICER, "/incidents?limit=1")).containsExactly("i3");
        assertThat(ids(OFFICER, "/incidents?open=true")).containsExactly("i2", "i1");
        assertThat(ids(OFFICER, "/incidents?open=false")).containsExactly("i3");
        assertThat(ids(OFFICER, "/incidents?departmentCode=0102")).containsExactly("i3", "i2");
        assertThat(ids(Callers.staff(SHINJUKU, "0101"), "/incidents")).containsExactly("i2", "i1");
        assertThat(ids(Callers.staff(SHINJUKU, "0103"), "/incidents")).isEmpty();
        Caller contractor = Callers.contractor(SHINJUKU, KO);
        assertThat(ids(contractor, "/incidents")).containsExactly("i2", "i1");
        assertThat(side.get(contractor, HERE + "/incidents/i2").json().path("contracts").size())
                .isEqualTo(1);
        assertThat(side.get(contractor, HERE + "/incidents/i3").code()).isEqualTo("out-of-scope");
        assertThat(side.get(OFFICER, HERE + "/incidents/i9").code())
                .isEqualTo("incident-not-found");
        assertThat(side.get(OFFICER, HERE + "/incidents?open=yes").code())
                .isEqualTo("parameter-invalid");
        assertThat(
                        side.get(
                                        Callers.of(SHIBUYA, Role.AUDITOR),
                                        "/v1/municipalities/131130/incidents")
                                .items("id"))
                .containsExactly("i1");
    }

    @Test
    void aContractorReadsNeitherThePersonsNorThePeopleOfOtherContractors() {
        contracts();
        side.by("otsu-clerk", "contractor")
                .commit(
                        SHINJUKU,
                        new IncidentReported(
                                IncidentId.of("i1"),
                                List.of(
                                        new IncidentContract(ContractId.of("a"), 3),
                                        new IncidentContract(ContractId.of("b"), 40)),
                                incidentFacts("2026-04-01T00:00:00Z"),
                                ContractorId.ofName("乙社")));

        JsonNode ko = side.get(Callers.contractor(SHINJUKU, KO), HERE + "/incidents/i1").json();
        assertThat(ko.path("personsEstimate").asInt()).isEqualTo(3);
        assertThat(ko.path("reportedByContractor").isNull()).isTrue();
        assertThat(ko.path("reportedBy").isNull()).isTrue();
        assertThat(ko.toString()).doesNotContain("otsu-clerk", "\"b\"", "40");

        JsonNode otsu =
                side.get(
                                Callers.contractor(SHINJUKU, ContractorId.ofName("乙社")),
                                HERE + "/incidents/i1")
                        .json();
        assertThat(otsu.path("personsEstimate").asInt()).isEqualTo(40);
        assertThat(otsu.path("reportedByContractor").asString())
                .isEqualTo(ContractorId.ofName("乙社").value());

        for (Caller own : List.of(OFFICER, Callers.staff(SHINJUKU, "0101"))) {
            JsonNode all = side.get(own, HERE + "/incidents/i1").json();
            assertThat(all.path("personsEstimate").asInt()).isEqualTo(43);
            assertThat(all.path("reportedBy").path("subject").asString()).isEqualTo("otsu-clerk");
        }
    }

    private void contracts() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "2", "封入", "乙社", 2026, "0102"));
    }

    private List<String> ids(Caller caller, String path) {
        return side.get(caller, HERE + path).items("id");
    }
}
