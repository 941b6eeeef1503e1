package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * The contractor's cloud provider moves the copies abroad. Both sides talk about SYS-11, agree on
 * what is done instead, and the agreement opens the revision that carries it.
 */
final class MovedRegionStory {

    private static final String FACTS =
            """
            {"usesCloudService":true,"providesServer":true,"usesNetwork":true,
             "serverCountry":"%s","governingLaw":"日本法"}
            """;
    private static final String AGREED = "控えは国外、鍵は国内で管理";

    private final Town town;
    private final Chronicle chronicle;
    private final Contract moved;
    private final Contract other;

    MovedRegionStory(Town town, Town neighbour) throws Exception {
        this.town = town;
        moved = town.running("0101", "R8-1", "株式会社クラウド", FACTS.formatted("日本"));
        other = town.running("0102", "R8-2", "株式会社紙", "{\"mediaPaper\":true}");
        chronicle = new Chronicle(town, neighbour);
    }

    void play() throws Exception {
        everythingIsInOrder();
        Instant before = Instant.now();
        String consultation = theContractorAsks();
        theFactsAreCorrected();
        bothAgree(consultation);
        theMeasureIsRevised(consultation);
        theRevisionComesIntoForce(consultation, before);
        chronicle.isReadAgainAsItWas();
    }

    private void everythingIsInOrder() throws Exception {
        chronicle
                .scene("before")
                .contract(moved, "in_order")
                .contract(other, "in_order")
                .department("0101", "in_order")
                .department("0102", "in_order")
                .municipality("in_order")
                .checklist(moved, 1, "confirmed")
                .inForce(moved, 1)
                .history(moved, "ChecklistConfirmed", "ChecklistApproved", "ChecklistSubmitted")
                .feed();
    }

    private String theContractorAsks() throws Exception {
        String consultation =
                town.contractor(moved.contractor())
                        .posts(
                                moved.at("/consultations"),
                                """
                                {"topic":"measure_change","subject":"リージョンの移設",
                                 "proposal":"控えをシンガポールに置きたい","itemCodes":["SYS-11"]}
                                """)
                        .path("id")
                        .asString();
        Scene scene =
                chronicle
                        .scene("the contractor asks")
                        .contract(moved, "consultation_open SYS-11")
                        .contract(other, "in_order")
                        .department("0101", "consultation_open")
                        .department("0102", "in_order")
                        .municipality("consultation_open")
                        .history(moved, "ConsultationOpened", "ChecklistConfirmed")
                        .feed("tenken.consultation.ConsultationOpened");
        JsonNode shown = scene.read(town.staff("0101"), "/consultations/" + consultation);
        assertThat(shown.path("state").asString()).isEqualTo("open");
        assertThat(shown.toString()).contains("控えをシンガポールに置きたい");

        town.staff("0101")
                .posts(
                        "/consultations/" + consultation + "/proposals",
                        "{\"proposal\":\"鍵は国内で管理すること\"}");
        chronicle
                .scene("the department answers")
                .contract(moved, "consultation_open SYS-11")
                .history(moved, "ConsultationProposalMade", "ConsultationOpened")
                .feed("tenken.consultation.ConsultationProposalMade");
        return consultation;
    }

    private void theFactsAreCorrected() throws Exception {
        town.staff("0101").puts(moved.at("/facts"), FACTS.formatted("シンガポール"));
        chronicle
                .scene("the server is elsewhere")
                .contract(moved, "consultation_open SYS-11", "stale SYS-11")
                .department("0101", "consultation_open")
                .municipality("consultation_open")
                .history(moved, "ContractFactsDeclared", "ConsultationProposalMade")
                .feed("tenken.contract.ContractFactsDeclared");
    }

    private void bothAgree(String consultation) throws Exception {
        town.head("0101")
                .posts(
                        "/consultations/" + consultation + "/agreement",
                        """
                        {"measures":"鍵は国内で管理する","effectiveOn":"2026-10-01",
                         "itemCodes":["SYS-11"]}
                        """);
        Scene scene =
                chronicle
                        .scene("both agree")
                        .contract(moved, "stale SYS-11")
                        .department("0101", "stale")
                        .department("0102", "in_order")
                        .municipality("stale")
                        .checklist(moved, 2, "draft")
                        .inForce(moved, 1)
                        .history(moved, "RevisionOpened", "ConsultationAgreed")
                        .feed(
                                "tenken.consultation.ConsultationAgreed",
                                "tenken.checklist.RevisionOpened");
        assertThat(scene.difference(moved, 1, 2)).isEmpty();
    }

    private void theMeasureIsRevised(String consultation) throws Exception {
        town.staff("0101")
                .puts(
                        moved.at("/checklist/items/SYS-11/decision"),
                        "{\"answer\":\"implement\",\"note\":\"%s\"}".formatted(AGREED));
        Scene scene =
                chronicle
                        .scene("the measure is revised")
                        .contract(moved, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(moved, 2, "draft")
                        .inForce(moved, 1)
                        .history(moved, "ItemDecisionRevised", "RevisionOpened")
                        .feed("tenken.checklist.ItemDecisionRevised");
        JsonNode revised = scene.difference(moved, 1, 2, "SYS-11").getFirst();
        assertThat(revised.path("before").path("note").asString("")).isEmpty();
        assertThat(revised.path("after").path("symbol").asString()).isEqualTo("○");
        assertThat(revised.path("after").path("note").asString()).isEqualTo(AGREED);
        assertThat(revised.path("changeReason").asString()).isEqualTo("協議による対策の変更");
        assertThat(revised.path("consultationId").asString()).isEqualTo(consultation);
        assertThat(revised.path("actor").path("role").asString()).isEqualTo("department-staff");
    }

    private void theRevisionComesIntoForce(String consultation, Instant before) throws Exception {
        town.reviewed(moved);
        chronicle
                .scene("the revision is in force")
                .contract(moved, "in_order")
                .checklist(moved, 2, "confirmed")
                .inForce(moved, 2)
                .history(moved, "ChecklistConfirmed", "ChecklistApproved", "ChecklistSubmitted")
                .feed(
                        "tenken.checklist.ChecklistSubmitted",
                        "tenken.checklist.ChecklistApproved",
                        "tenken.checklist.ChecklistConfirmed");
        town.head("0101").posts("/consultations/" + consultation + "/closure", "{}");
        Scene end =
                chronicle
                        .scene("all is said")
                        .contract(moved, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .history(moved, "ConsultationClosed", "ChecklistConfirmed")
                        .townHistory("ConsultationClosed", "ChecklistConfirmed")
                        .feed("tenken.consultation.ConsultationClosed");
        assertThat(
                        end.read(town.staff("0101"), "/consultations/" + consultation)
                                .path("state")
                                .asString())
                .isEqualTo("closed");
        end.difference(moved, before, Instant.now(), "SYS-11");
        end.difference(moved, 2, 2);
    }
}
