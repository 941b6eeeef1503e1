package jp.tenken.query;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.adopted;
import static jp.tenken.query.Samples.classified;
import static jp.tenken.query.Samples.consultation;
import static jp.tenken.query.Samples.erasureReport;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.incident;
import static jp.tenken.query.Samples.incidentClosed;
import static jp.tenken.query.Samples.incidentFacts;
import static jp.tenken.query.Samples.registered;
import static jp.tenken.query.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.Side;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.ReportableSituation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Incidents, consultations, contractors, evidence and templates, as they are listed and read. */
class BoardsTest {

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
    void aConsultationShowsItsProposalsAndWhatCameOfIt() {
        contracts();
        side.commit(SHINJUKU, consultation("k1", "a", "SYS-11"));
        side.commit(SHINJUKU, consultation("k2", "b", "SYS-12"));
        side.commit(
                SHINJUKU,
                new ConsultationProposalMade(
                        ConsultationId.of("k1"),
                        ContractId.of("a"),
                        sealed("again"),
                        Side.CONTRACTOR));
        side.commit(
                SHINJUKU,
                new ConsultationAgreed(
                        ConsultationId.of("k1"),
                        ContractId.of("a"),
                        2,
                        sealed("measures"),
                        List.of(ItemCode.of("SYS-11")),
                        LocalDate.of(2026, 10, 1)));
        side.commit(
                SHINJUKU,
                new ConsultationClosed(ConsultationId.of("k1"), ContractId.of("a"), null));

        var reply = side.get(OFFICER, HERE + "/consultations/k1");
        JsonNode found = reply.json();
        assertThat(reply.headers().getETag()).isEqualTo("\"4\"");
        assertThat(found.path("state").asString()).isEqualTo("closed");
        assertThat(found.path("proposals").size()).isEqualTo(2);
        assertThat(found.path("agreement").path("revision").asInt()).isEqualTo(2);
        assertThat(found.path("steps").size()).isEqualTo(2);
        assertThat(ids(OFFICER, "/consultations")).containsExactly("k2", "k1");
        assertThat(ids(OFFICER, "/consultations?open=true&topic=measure_change"))
                .containsExactly("k2");
        assertThat(ids(OFFICER, "/consultations?topic=policy_change")).isEmpty();
        assertThat(ids(Callers.contractor(SHINJUKU, KO), "/consultations")).containsExactly("k1");
        assertThat(side.get(Callers.staff(SHINJUKU, "0101"), HERE + "/consultations/k2").code())
                .isEqualTo("out-of-scope");
        assertThat(side.get(OFFICER, HERE + "/consultations/k9").code())
                .isEqualTo("consultation-not-found");
    }

    @Test
    void contractorsAreKnownByNameWithTheirContracts() {
        contracts();
        side.commit(SHINJUKU, facts("a", "{\"personsEstimate\":500}"));
        side.commit(SHINJUKU, new ContractorNamed(KO, "株式会社甲", null));

        assertThat(side.get(OFFICER, HERE + "/contractors").items("name"))
                .containsExactly("乙社", "株式会社甲");
        Caller contractor = Callers.contractor(SHINJUKU, KO);
        assertThat(side.get(contractor, HERE + "/contractors").items("name"))
                .containsExactly("株式会社甲");
        assertThat(side.get(contractor, HERE + "/contractors/" + ContractorId.ofName("乙社")).code())
                .isEqualTo("out-of-scope");
        assertThat(side.get(OFFICER, HERE + "/contractors/nobody").code())
                .isEqualTo("contractor-not-found");
        JsonNode line =
                side.get(OFFICER, HERE + "/contractors/" + KO + "/contracts")
                        .json()
                        .path("items")
                        .path(0);
        assertThat(line.path("personsEstimate").asInt()).isEqualTo(500);
        assertThat(line.path("erasure").asString()).isEqualTo("not_reported");
        assertThat(
                        side.get(
                                        Callers.staff(SHINJUKU, "0102"),
                                        HERE + "/contractors/" + KO + "/contracts")
                                .items("id"))
                .isEmpty();
    }

    @Test
    void aContractorsContractSaysWhetherSomebodyReportedTheErasure() {
        contracts();
        side.commit(SHINJUKU, erasureReport("a", "e1"), erasureReport("a", "e2"));
        assertThat(erasure()).isEqualTo("reported");
        side.commit(
                SHINJUKU, new EvidenceWithdrawn(ContractId.of("a"), EvidenceId.of("e1"), "差替え"));
        assertThat(erasure()).isEqualTo("reported");
        side.commit(SHINJUKU, new EvidenceWithdrawn(ContractId.of("a"), EvidenceId.of("e2"), "誤り"));
        assertThat(erasure()).isEqualTo("not_reported");
        assertThat(side.appliedAgain()).isZero();
    }

    @Test
    void evidenceAndTemplatesAreListed() {
        contracts();
        side.commit(SHINJUKU, adopted());
        side.commit(SHINJUKU, erasureReport("a", "e1"), erasureReport("a", "e2"));
        side.commit(
                SHINJUKU, new EvidenceWithdrawn(ContractId.of("a"), EvidenceId.of("e1"), "差替え"));

        JsonNode items = side.get(OFFICER, HERE + "/contracts/a/evidence").json().path("items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.path(1).path("withdrawal").path("reason").asString()).isEqualTo("差替え");
        assertThat(items.path(0).path("withdrawn").asBoolean()).isFalse();
        assertThat(side.get(Callers.staff(SHINJUKU, "0102"), HERE + "/contracts/a/evidence").code())
                .isEqualTo("out-of-scope");
        JsonNode template = side.get(OFFICER, HERE + "/templates").json().path("items").path(0);
        assertThat(template.path("items").asInt()).isEqualTo(24);
        String one = HERE + "/templates/" + template.path("templateId").asString() + "/versions/";
        assertThat(side.get(OFFICER, one + "1").json().path("sections").size()).isEqualTo(2);
        assertThat(side.get(OFFICER, one + "2").code()).isEqualTo("template-not-found");
        assertThat(side.appliedAgain()).isZero();
    }

    private void contracts() {
        side.commit(SHINJUKU, registered("a", "1", "印刷", "甲社", 2026, "0101"));
        side.commit(SHINJUKU, registered("b", "2", "封入", "乙社", 2026, "0102"));
    }

    private List<String> ids(Caller caller, String path) {
        return side.get(caller, HERE + path).items("id");
    }

    private String erasure() {
        return side.get(OFFICER, HERE + "/contractors/" + KO + "/contracts")
                .json()
                .path("items")
                .path(0)
                .path("erasure")
                .asString();
    }
}
