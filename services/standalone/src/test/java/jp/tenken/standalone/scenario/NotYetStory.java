package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/**
 * No dedicated line can be had yet: SYS-12 is neither implemented nor unneeded. While that is
 * talked about, the checklist can be handed in without it, but it is not confirmed.
 */
final class NotYetStory {

    private final Town town;
    private final Chronicle chronicle;
    private final Contract contract;

    NotYetStory(Town town, Town neighbour) throws Exception {
        this.town = town;
        contract = town.contract("0101", "R8-1", "株式会社遠隔", "{\"remoteBuildOrMaintenance\":true}");
        town.decided(contract, "SYS-12");
        chronicle = new Chronicle(town, neighbour);
    }

    void play() throws Exception {
        itCannotBeHandedIn();
        String consultation = itIsTalkedAbout();
        itIsHandedInWithout();
        itIsApprovedAndNotConfirmed();
        theOfficerSendsItBack();
        bothAgree(consultation);
        itIsAnsweredAndConfirmed();
        theConsultationIsClosed(consultation);
        chronicle.isReadAgainAsItWas();
    }

    private void itCannotBeHandedIn() throws Exception {
        JsonNode problem =
                town.staff("0101")
                        .isRefused(
                                409, "items-undecided", contract.at("/checklist/submission"), "{}");
        assertThat(problem.toString()).contains("SYS-12");
        chronicle
                .scene("one item is blank")
                .contract(contract, "undecided_items SYS-12")
                .department("0101", "undecided_items")
                .municipality("undecided_items")
                .checklist(contract, 1, "draft")
                .nothingInForce(contract)
                .happened();
    }

    private String itIsTalkedAbout() throws Exception {
        String consultation =
                town.staff("0101")
                        .posts(
                                contract.at("/consultations"),
                                """
                                {"topic":"measure_change","subject":"専用回線",
                                 "proposal":"敷設まで閉域網を用いる","itemCodes":["SYS-12"]}
                                """)
                        .path("id")
                        .asString();
        chronicle
                .scene("it is talked about")
                .contract(contract, "consultation_open SYS-12", "undecided_items SYS-12")
                .department("0101", "consultation_open")
                .municipality("consultation_open")
                .checklist(contract, 1, "draft")
                .history(contract, "ConsultationOpened", "ItemDecided")
                .happened("ConsultationOpened");
        return consultation;
    }

    private void itIsHandedInWithout() throws Exception {
        town.submits(contract);
        chronicle
                .scene("handed in without it")
                .contract(contract, "consultation_open SYS-12", "undecided_items SYS-12")
                .department("0101", "consultation_open")
                .municipality("consultation_open")
                .checklist(contract, 1, "submitted")
                .nothingInForce(contract)
                .history(contract, "ChecklistSubmitted", "ConsultationOpened")
                .happened("ChecklistSubmitted");
    }

    private void itIsApprovedAndNotConfirmed() throws Exception {
        town.approves(contract);
        JsonNode problem =
                town.officer()
                        .isRefused(
                                409,
                                "items-undecided",
                                contract.at("/checklist/confirmation"),
                                "{}");
        assertThat(problem.toString()).contains("SYS-12");
        chronicle
                .scene("confirmation waits")
                .contract(contract, "consultation_open SYS-12", "undecided_items SYS-12")
                .department("0101", "consultation_open")
                .municipality("consultation_open")
                .checklist(contract, 1, "approved")
                .nothingInForce(contract)
                .history(contract, "ChecklistApproved", "ChecklistSubmitted")
                .happened("ChecklistApproved");
    }

    private void theOfficerSendsItBack() throws Exception {
        town.officer().posts(contract.at("/checklist/send-back"), "{\"comment\":\"協議の結果を待つ\"}");
        chronicle
                .scene("the officer sends it back")
                .contract(contract, "consultation_open SYS-12", "undecided_items SYS-12")
                .department("0101", "consultation_open")
                .municipality("consultation_open")
                .checklist(contract, 1, "draft")
                .nothingInForce(contract)
                .history(contract, "ChecklistSentBack", "ChecklistApproved")
                .happened("ChecklistSentBack");
    }

    private void bothAgree(String consultation) throws Exception {
        town.head("0101")
                .posts(
                        "/consultations/" + consultation + "/agreement",
                        """
                        {"measures":"閉域網を用いる","effectiveOn":"2026-10-01",
                         "itemCodes":["SYS-12"]}
                        """);
        Scene scene =
                chronicle
                        .scene("both agree")
                        .contract(contract, "undecided_items SYS-12")
                        .department("0101", "undecided_items")
                        .municipality("undecided_items")
                        .checklist(contract, 1, "draft")
                        .nothingInForce(contract)
                        .history(contract, "ConsultationAgreed", "ChecklistSentBack")
                        .happened("ConsultationAgreed");
        JsonNode shown = scene.read(town.staff("0101"), "/consultations/" + consultation);
        assertThat(shown.path("state").asString()).isEqualTo("agreed");
        assertThat(shown.path("agreement").path("revision").asInt())
                .as("the draft carries it")
                .isEqualTo(1);
        town.staff("0101")
                .isRefused(409, "items-undecided", contract.at("/checklist/submission"), "{}");
    }

    private void itIsAnsweredAndConfirmed() throws Exception {
        town.staff("0101")
                .puts(
                        contract.at("/checklist/items/SYS-12/decision"),
                        "{\"answer\":\"implement\",\"note\":\"閉域網\"}");
        chronicle
                .scene("it is answered")
                .contract(contract, "in_order")
                .department("0101", "in_order")
                .municipality("in_order")
                .checklist(contract, 1, "draft")
                .nothingInForce(contract)
                .changed(contract, "SYS-12 →○")
                .history(contract, "ItemDecided", "ConsultationAgreed")
                .happened("ItemDecided");
        new Review(chronicle, town, contract, 1).isPlayed("{}");
    }

    private void theConsultationIsClosed(String consultation) throws Exception {
        town.head("0101").posts("/consultations/" + consultation + "/closure", "{}");
        Scene end =
                chronicle
                        .scene("all is said")
                        .contract(contract, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(contract, 1, "confirmed")
                        .inForce(contract, 1)
                        .history(contract, "ConsultationClosed", "ChecklistConfirmed")
                        .happened("ConsultationClosed");
        end.difference(contract, 1, "in_force");
    }
}
