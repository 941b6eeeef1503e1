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
        itIsHandedInWithoutAndNotConfirmed();
        bothAgree(consultation);
        itIsConfirmed();
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
                .feed();
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
                .history(contract, "ConsultationOpened", "ItemDecided")
                .feed("tenken.consultation.ConsultationOpened");
        return consultation;
    }

    private void itIsHandedInWithoutAndNotConfirmed() throws Exception {
        town.staff("0101").posts(contract.at("/checklist/submission"), "{}");
        town.head("0101").posts(contract.at("/checklist/approval"), "{}");
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
                .checklist(contract, 1, "approved")
                .history(contract, "ChecklistApproved", "ChecklistSubmitted")
                .feed("tenken.checklist.ChecklistSubmitted", "tenken.checklist.ChecklistApproved");
        town.officer().posts(contract.at("/checklist/send-back"), "{\"comment\":\"協議の結果を待つ\"}");
        chronicle
                .scene("the officer sends it back")
                .contract(contract, "consultation_open SYS-12", "undecided_items SYS-12")
                .checklist(contract, 1, "draft")
                .history(contract, "ChecklistSentBack", "ChecklistApproved")
                .feed("tenken.checklist.ChecklistSentBack");
    }

    private void bothAgree(String consultation) throws Exception {
        town.head("0101")
                .posts(
                        "/consultations/" + consultation + "/agreement",
                        """
                        {"measures":"閉域網を用いる","effectiveOn":"2026-10-01",
                         "itemCodes":["SYS-12"]}
                        """);
        chronicle
                .scene("both agree")
                .contract(contract, "undecided_items SYS-12")
                .department("0101", "undecided_items")
                .municipality("undecided_items")
                .checklist(contract, 1, "draft")
                .history(contract, "ConsultationAgreed", "ChecklistSentBack")
                .feed("tenken.consultation.ConsultationAgreed");
    }

    private void itIsConfirmed() throws Exception {
        town.staff("0101")
                .puts(
                        contract.at("/checklist/items/SYS-12/decision"),
                        "{\"answer\":\"implement\",\"note\":\"閉域網\"}");
        town.reviewed(contract);
        Scene end =
                chronicle
                        .scene("in force")
                        .contract(contract, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(contract, 1, "confirmed")
                        .inForce(contract, 1)
                        .townHistory("ChecklistConfirmed", "ChecklistApproved")
                        .feed(
                                "tenken.checklist.ItemDecided",
                                "tenken.checklist.ChecklistSubmitted",
                                "tenken.checklist.ChecklistApproved",
                                "tenken.checklist.ChecklistConfirmed");
        end.difference(contract, 1, "in_force");
    }
}
