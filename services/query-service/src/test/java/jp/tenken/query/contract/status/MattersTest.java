package jp.tenken.query.contract.status;

import static jp.tenken.query.Samples.SHIBUYA;
import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.allImplemented;
import static jp.tenken.query.Samples.approved;
import static jp.tenken.query.Samples.classified;
import static jp.tenken.query.Samples.closed;
import static jp.tenken.query.Samples.confirmed;
import static jp.tenken.query.Samples.consultation;
import static jp.tenken.query.Samples.discarded;
import static jp.tenken.query.Samples.established;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.incident;
import static jp.tenken.query.Samples.incidentClosed;
import static jp.tenken.query.Samples.onboarded;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.policyConsultation;
import static jp.tenken.query.Samples.reconfirmed;
import static jp.tenken.query.Samples.registered;
import static jp.tenken.query.Samples.revised;
import static jp.tenken.query.Samples.revision;
import static jp.tenken.query.Samples.sealed;
import static jp.tenken.query.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ParticipatingDepartmentsSet;
import jp.tenken.kernel.contract.Period;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What incidents, consultations, facts and closures make of the status of contracts. */
class MattersTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void anIncidentIsOpenUntilItIsClosedAndOverdueOnceItsFinalReportIsLate() {
        inOrder("c1", "0101");
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "c1"));
        assertThat(words("c1")).containsExactly("incident_open");
        assertThat(status("c1").path("reasons").path(0).path("due").asString())
                .isEqualTo("2026-04-30");
        assertThat(status("c1").path("nextChangeAt").isNull()).isTrue();

        side.commit(
                SHINJUKU,
                classified("i1", List.of(ReportableSituation.SPECIAL_CARE_INFORMATION), "c1"));
        assertThat(status("c1").path("nextChangeAt").asString()).isEqualTo("2026-04-30T15:00:00Z");
        side.at(Instant.parse("2026-04-30T14:59:59Z"));
        assertThat(words("c1")).containsExactly("incident_open");
        side.at(Instant.parse("2026-04-30T15:00:00Z"));
        assertThat(words("c1")).containsExactly("incident_open", "overdue");
        assertThat(status("c1").path("nextChangeAt").isNull()).isTrue();

        side.commit(SHINJUKU, incidentClosed("i1", "c1"));
        assertThat(words("c1")).containsExactly("in_order");
        assertThat(words("c1", "?asOf=2026-04-30T14:59:59Z")).containsExactly("incident_open");
    }

    @Test
    void anIncidentThatNeedNotBeReportedIsNeverOverdue() {
        inOrder("c1", "0101");
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "c1"));
        side.commit(SHINJUKU, classified("i1", List.of(), "c1"));
        side.at(Instant.parse("2027-04-01T00:00:00Z"));

        assertThat(words("c1")).containsExactly("incident_open");
        assertThat(status("c1").path("reasons").path(0).path("due").isNull()).isTrue();
    }

    @Test
    void aContractThatComesToAnIncidentTakesItsClockFromTheOthers() {
        inOrder("c1", "0101");
        inOrder("c2", "0101");
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "c1"));
        side.commit(
                SHINJUKU, classified("i1", List.of(ReportableSituation.WRONGFUL_PURPOSE), "c1"));
        side.commit(
                SHINJUKU,
                new IncidentContractAdded(
                        IncidentId.of("i1"),
                        new IncidentContract(ContractId.of("c2"), null),
                        List.of(ContractId.of("c1"), ContractId.of("c2"))));

        assertThat(status("c2").path("nextChangeAt").asString())
                .isEqualTo(status("c1").path("nextChangeAt").asString())
                .isEqualTo("2026-06-01T15:00:00Z");
        side.commit(SHINJUKU, incidentClosed("i1", "c1", "c2"));
        assertThat(words("c2")).containsExactly("in_order");
    }

    @Test
    void aConsultationIsOpenUntilItHasAnOutcome() {
        inOrder("c1", "0101");
        side.commit(SHINJUKU, consultation("k1", "c1", "SYS-12", "SYS-11"));

        assertThat(words("c1")).containsExactly("consultation_open");
        assertThat(status("c1").path("reasons").path(0).path("itemCodes").toString())
                .isEqualTo("[\"SYS-11\",\"SYS-12\"]");
        JsonNode listed = side.get(OFFICER, HERE + "/contracts").json().path("items").path(0);
        assertThat(listed.path("openConsultations").asInt()).isEqualTo(1);

        side.commit(
                SHINJUKU,
                new ConsultationRefused(
                        ConsultationId.of("k1"), ContractId.of("c1"), sealed("no")));
        assertThat(words("c1")).containsExactly("in_order");
    }

    @Test
    void itemsAreStaleFromTheChangeOfTheirFactsUntilSomebodyLooksAtThem() {
        inOrder("c1", "0101");
        side.commit(SHINJUKU, facts("c1", "{\"usesCloudService\":true}"));

        JsonNode reason = status("c1").path("reasons").path(0);
        assertThat(words("c1")).containsExactly("stale");
        assertThat(reason.path("itemCodes").toString()).isEqualTo("[\"OPS-01\",\"SYS-11\"]");
        assertThat(reason.path("eventIds").toString()).isEqualTo("[\"131041-30\"]");

        side.commit(
                SHINJUKU,
                reconfirmed("c1", 1, "OPS-01"),
                revised("c1", 1, "SYS-11", IMPLEMENT, "国内"));
        assertThat(words("c1")).containsExactly("in_order");
        side.commit(SHINJUKU, policyConsultation("k1", "c1", "p1"));
        assertThat(words("c1")).containsExactly("consultation_open", "stale");
    }

    private static final Answer IMPLEMENT = Answer.IMPLEMENT;

    @Test
    void whatADiscardedRevisionLookedAtIsStaleAgain() {
        inOrder("c1", "0101");
        side.commit(SHINJUKU, facts("c1", "{\"remoteBuildOrMaintenance\":true}"));
        side.commit(SHINJUKU, revision("c1", 2));
        side.commit(
                SHINJUKU,
                revised("c1", 2, "SYS-12", Answer.NOT_NEEDED, "不要"),
                reconfirmed("c1", 2, "SYS-13"));
        assertThat(words("c1")).containsExactly("in_order");

        side.commit(SHINJUKU, discarded("c1", 2));

        assertThat(words("c1")).containsExactly("stale");
        assertThat(status("c1").path("counts").path("notNeeded").asInt()).isZero();
    }

    @Test
    void aClosedContractIsClosedWhateverItsItemsSayButItsIncidentsStayOpen() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, closed("c1", ClosureKind.COMPLETED, "2026-04-30"));
        assertThat(words("c1")).containsExactly("closed");
        assertThat(
                        side.get(OFFICER, HERE + "/contracts/c1")
                                .json()
                                .path("closure")
                                .path("kind")
                                .asString())
                .isEqualTo("completed");

        side.commit(SHINJUKU, incident("i1", "2026-05-01T00:00:00Z", "c1"));
        assertThat(words("c1")).containsExactly("incident_open", "closed");
        assertThat(ids("?reason=closed")).containsExactly("c1");
        assertThat(ids("?status=incident_open")).containsExactly("c1");
    }

    @Test
    void amendmentTransferAndParticipationChangeWhereAContractIsFound() {
        side.commit(SHINJUKU, registered("c1", "旧-1", "0101"));
        side.commit(
                SHINJUKU,
                new ContractAmended(
                        ContractId.of("c1"),
                        "新-1",
                        "封入",
                        new Period(LocalDate.of(2027, 4, 1), LocalDate.of(2028, 3, 31)),
                        "変更契約"),
                new ContractTransferredToDepartment(
                        ContractId.of("c1"),
                        DepartmentCode.of("0101"),
                        DepartmentCode.of("0102"),
                        LocalDate.of(2026, 5, 1),
                        null),
                new ParticipatingDepartmentsSet(
                        ContractId.of("c1"), List.of(DepartmentCode.of("0103"))));

        assertThat(ids("?q=新-1&fiscalYear=2027&departmentCode=0102")).containsExactly("c1");
        assertThat(ids("?departmentCode=0103")).containsExactly("c1");
        assertThat(ids("?departmentCode=0101")).isEmpty();
        assertThat(side.get(OFFICER, HERE + "/contracts/c1").json().path("version").asInt())
                .isEqualTo(4);
    }

    @Test
    void aDepartmentWithoutContractsIsInOrderAndNotMissing() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku"));
        side.commit(SHINJUKU, established("0101", "課", "A"), established("0102", "課", "B"));
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));

        JsonNode departments = side.get(OFFICER, HERE + "/status").json().path("departments");
        assertThat(departments.size()).isEqualTo(2);
        assertThat(departments.path(0).path("status").asString()).isEqualTo("undecided_items");
        JsonNode idle = departments.path(1);
        assertThat(idle.path("departmentCode").asString()).isEqualTo("0102");
        assertThat(idle.path("status").asString()).isEqualTo("in_order");
        assertThat(idle.path("counts").path("contracts").asInt()).isZero();
        assertThat(
                        side.get(Callers.staff(SHINJUKU, "0102"), HERE + "/status")
                                .json()
                                .path("departments")
                                .size())
                .as("staff reads of its own")
                .isEqualTo(1);
        assertThat(
                        side.get(OFFICER, HERE + "/status?asOf=2026-03-31")
                                .json()
                                .path("departments")
                                .size())
                .as("before there were departments")
                .isZero();
    }

    @Test
    void departmentsMunicipalityAndOverviewAddUpContracts() {
        side.commit(SHINJUKU, onboarded(SHINJUKU, "新宿区", "Shinjuku"));
        side.commit(SHINJUKU, established("0101", "課", "A"), established("0102", "課", "B"));
        side.commit(SHIBUYA, onboarded(SHIBUYA, "渋谷区", "Shibuya"));
        inOrder("c1", "0101", "0102");
        inOrder("c2", "0101");
        side.commit(SHIBUYA, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "c1", "c2"));

        JsonNode first = side.get(OFFICER, HERE + "/departments/0101/status").json();
        assertThat(first.path("status").asString()).isEqualTo("incident_open");
        assertThat(first.path("counts").path("contracts").asInt()).isEqualTo(2);
        assertThat(first.path("counts").path("openIncidents").asInt()).isEqualTo(1);
        assertThat(first.path("counts").path("statuses").path("incident_open").asInt())
                .isEqualTo(2);
        assertThat(first.path("reasons").path(0).path("contractId").asString()).isEqualTo("c1");
        JsonNode second = side.get(OFFICER, HERE + "/departments/0102/status").json();
        assertThat(second.path("counts").path("contracts").asInt()).isEqualTo(1);
        JsonNode all = side.get(OFFICER, HERE + "/status").json();
        assertThat(all.path("counts").path("contracts").asInt()).isEqualTo(2);
        assertThat(all.path("counts").path("items").path("total").asInt()).isEqualTo(48);
        assertThat(all.path("departments").size()).isEqualTo(2);
        assertThat(
                        side.get(Callers.staff(SHINJUKU, "0102"), HERE + "/status")
                                .json()
                                .path("counts")
                                .path("contracts")
                                .asInt())
                .isEqualTo(1);

        JsonNode overview = side.get(Callers.across(SHIBUYA, SHINJUKU), "/v1/overview").json();
        assertThat(overview.path("items").size()).isEqualTo(2);
        assertThat(overview.path("items").path(0).path("nameJa").asString()).isEqualTo("新宿区");
        assertThat(overview.path("items").path(1).path("status").asString())
                .isEqualTo("undecided_items");
        assertThat(side.get(OFFICER, "/v1/overview").json().path("items").size()).isEqualTo(1);
        assertThat(
                        side.get(Callers.across(SHIBUYA, SHINJUKU), "/v1/overview?asOf=2026-03-31")
                                .json()
                                .path("items")
                                .size())
                .isZero();
        assertThat(side.get(OFFICER, HERE + "/departments/0199/status").code())
                .isEqualTo("department-not-found");
        assertThat(
                        side.get(Callers.staff(SHINJUKU, "0102"), HERE + "/departments/0101/status")
                                .code())
                .isEqualTo("out-of-scope");
        assertThat(side.appliedAgain()).isZero();
    }

    private void inOrder(String id, String department, String... participating) {
        side.commit(SHINJUKU, registered(id, id, department, participating), opened(id));
        side.commit(SHINJUKU, allImplemented(id));
        side.commit(SHINJUKU, submitted(id, 1), approved(id, 1));
        side.commit(SHINJUKU, confirmed(id, 1, "2026-04-01"));
    }

    private JsonNode status(String id, String... query) {
        return side.get(OFFICER, HERE + "/contracts/" + id + "/status" + String.join("", query))
                .json();
    }

    private List<String> words(String id, String... query) {
        return status(id, query)
                .path("reasons")
                .valueStream()
                .map(reason -> reason.path("status").asString())
                .toList();
    }

    private List<String> ids(String query) {
        return side.get(OFFICER, HERE + "/contracts" + query).items("id");
    }
}
