package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * The head of a department does not believe one answer and sends the checklist back; it is changed,
 * comes again and is confirmed.
 */
final class SentBackStory {

    private final Town town;
    private final Chronicle chronicle;
    private final Contract contract;
    private final Contract other;

    SentBackStory(Town town, Town neighbour) throws Exception {
        this.town = town;
        contract = town.contract("0101", "R8-1", "株式会社戻り", "{\"mediaPaper\":true}");
        other = town.running("0102", "R8-2", "株式会社他", "{}");
        chronicle = new Chronicle(town, neighbour);
    }

    void play() throws Exception {
        itIsFilledIn();
        Instant submitted = itIsHandedIn();
        itIsSentBack();
        itComesAgain(submitted);
        chronicle.isReadAgainAsItWas();
    }

    private void itIsFilledIn() throws Exception {
        String blank = "undecided_items " + String.join(" ", Town.ITEMS);
        chronicle
                .scene("nothing is decided")
                .contract(contract, blank)
                .contract(other, "in_order")
                .department("0101", "undecided_items")
                .department("0102", "in_order")
                .municipality("undecided_items")
                .checklist(contract, 1, "draft")
                .feed();
        town.decided(contract, "OPS-06");
        chronicle
                .scene("one is left")
                .contract(contract, "undecided_items OPS-06")
                .department("0101", "undecided_items")
                .municipality("undecided_items")
                .feed(23, "tenken.checklist.ItemDecided");
        town.staff("0101")
                .isRefused(409, "items-undecided", contract.at("/checklist/submission"), "{}");
        town.staff("0101")
                .puts(
                        contract.at("/checklist/items/OPS-06/decision"),
                        "{\"answer\":\"not_needed\",\"reason\":\"手交を行わないため\"}");
        chronicle
                .scene("all is decided")
                .contract(contract, "in_order")
                .department("0101", "in_order")
                .municipality("in_order")
                .found("in_order", 2)
                .history(contract, "ItemDecided", "ItemDecided")
                .feed("tenken.checklist.ItemDecided");
    }

    private Instant itIsHandedIn() throws Exception {
        town.staff("0101").posts(contract.at("/checklist/submission"), "{\"comment\":\"お願いします\"}");
        chronicle
                .scene("handed in")
                .contract(contract, "in_order")
                .checklist(contract, 1, "submitted")
                .history(contract, "ChecklistSubmitted", "ItemDecided")
                .feed("tenken.checklist.ChecklistSubmitted");
        Instant submitted = Instant.now();
        town.staff("0101")
                .isRefused(
                        409,
                        "checklist-in-review",
                        contract.at("/checklist/decisions"),
                        "{\"decisions\":[{\"itemCode\":\"OPS-06\",\"answer\":\"implement\"}]}");
        return submitted;
    }

    private void itIsSentBack() throws Exception {
        town.head("0101")
                .posts(contract.at("/checklist/send-back"), "{\"comment\":\"紙媒体を手交しているはず\"}");
        chronicle
                .scene("sent back")
                .contract(contract, "in_order")
                .department("0101", "in_order")
                .municipality("in_order")
                .checklist(contract, 1, "draft")
                .history(contract, "ChecklistSentBack", "ChecklistSubmitted")
                .feed("tenken.checklist.ChecklistSentBack");
        String decisions = contract.at("/checklist/decisions");
        town.staff("0101")
                .isRefused(
                        400,
                        "change-reason-required",
                        decisions,
                        "{\"decisions\":[{\"itemCode\":\"OPS-06\",\"answer\":\"implement\"}]}");
        town.staff("0101")
                .posts(
                        decisions,
                        """
                        {"decisions":[{"itemCode":"OPS-06","answer":"implement",
                                       "changeReason":"課長の指摘による"}]}
                        """);
        chronicle
                .scene("the answer is changed")
                .contract(contract, "in_order")
                .history(contract, "ItemDecisionRevised", "ChecklistSentBack")
                .feed("tenken.checklist.ItemDecisionRevised");
    }

    private void itComesAgain(Instant submitted) throws Exception {
        town.reviewed(contract);
        Scene end =
                chronicle
                        .scene("confirmed")
                        .contract(contract, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(contract, 1, "confirmed")
                        .inForce(contract, 1)
                        .history(
                                contract,
                                "ChecklistConfirmed",
                                "ChecklistApproved",
                                "ChecklistSubmitted",
                                "ItemDecisionRevised")
                        .townHistory("ChecklistConfirmed", "ChecklistApproved")
                        .feed(
                                "tenken.checklist.ChecklistSubmitted",
                                "tenken.checklist.ChecklistApproved",
                                "tenken.checklist.ChecklistConfirmed");
        JsonNode changed = end.difference(contract, submitted, Instant.now(), "OPS-06").getFirst();
        assertThat(changed.path("before").path("symbol").asString()).isEqualTo("－");
        assertThat(changed.path("before").path("reason").asString()).isEqualTo("手交を行わないため");
        assertThat(changed.path("after").path("symbol").asString()).isEqualTo("○");
        assertThat(changed.path("changeReason").asString()).isEqualTo("課長の指摘による");
    }
}
