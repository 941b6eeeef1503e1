package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The head of a department does not believe one answer and sends the checklist back; it is changed,
 * comes again and is confirmed.
 */
final class SentBackStory {

    private static final String TO_IMPLEMENT =
            "{\"decisions\":[{\"itemCode\":\"OPS-06\",\"answer\":\"implement\"%s}]}";

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
        nothingIsDecided();
        oneItemIsLeft();
        Moment submitted = allIsDecidedAndHandedIn();
        itIsSentBack();
        theAnswerIsChanged();
        itComesAgain(submitted);
        chronicle.isReadAgainAsItWas();
    }

    private void nothingIsDecided() throws Exception {
        chronicle
                .scene("nothing is decided")
                .contract(contract, "undecided_items " + String.join(" ", Town.ITEMS))
                .contract(other, "in_order")
                .department("0101", "undecided_items")
                .department("0102", "in_order")
                .municipality("undecided_items")
                .checklist(contract, 1, "draft")
                .nothingInForce(contract)
                .history(contract, "ChecklistOpened", "ContractFactsDeclared", "ContractRegistered")
                .happened();
    }

    private void oneItemIsLeft() throws Exception {
        town.decided(contract, "OPS-06");
        chronicle
                .scene("one is left")
                .contract(contract, "undecided_items OPS-06")
                .department("0101", "undecided_items")
                .municipality("undecided_items")
                .changed(
                        contract,
                        Town.ITEMS.stream()
                                .filter(item -> !item.equals("OPS-06"))
                                .map(item -> item + " →○")
                                .toArray(String[]::new))
                .happened(23, "ItemDecided");
        town.staff("0101")
                .isRefused(409, "items-undecided", contract.at("/checklist/submission"), "{}");
    }

    private Moment allIsDecidedAndHandedIn() throws Exception {
        town.staff("0101")
                .puts(
                        contract.at("/checklist/items/OPS-06/decision"),
                        "{\"answer\":\"not_needed\",\"reason\":\"手交を行わないため\"}");
        chronicle
                .scene("all is decided")
                .contract(contract, "in_order")
                .department("0101", "in_order")
                .municipality("in_order")
                .checklist(contract, 1, "draft")
                .changed(contract, "OPS-06 →－")
                .history(contract, "ItemDecided", "ItemDecided")
                .happened("ItemDecided");
        town.staff("0101").posts(contract.at("/checklist/submission"), "{\"comment\":\"お願いします\"}");
        Scene scene =
                chronicle
                        .scene("handed in")
                        .contract(contract, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(contract, 1, "submitted")
                        .nothingInForce(contract)
                        .history(contract, "ChecklistSubmitted", "ItemDecided")
                        .happened("ChecklistSubmitted");
        assertThat(latest(scene).path("comment").asString()).isEqualTo("お願いします");
        town.staff("0101")
                .isRefused(
                        409,
                        "checklist-in-review",
                        contract.at("/checklist/decisions"),
                        TO_IMPLEMENT.formatted(""));
        return Moment.now(town);
    }

    private void itIsSentBack() throws Exception {
        town.head("0101")
                .posts(contract.at("/checklist/send-back"), "{\"comment\":\"紙媒体を手交しているはず\"}");
        Scene scene =
                chronicle
                        .scene("sent back")
                        .contract(contract, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(contract, 1, "draft")
                        .nothingInForce(contract)
                        .history(contract, "ChecklistSentBack", "ChecklistSubmitted")
                        .happened("ChecklistSentBack");
        assertThat(latest(scene).path("comment").asString()).isEqualTo("紙媒体を手交しているはず");
        assertThat(latest(scene).path("actor").path("role").asString())
                .isEqualTo("department-head");
    }

    private void theAnswerIsChanged() throws Exception {
        String decisions = contract.at("/checklist/decisions");
        town.staff("0101")
                .isRefused(400, "change-reason-required", decisions, TO_IMPLEMENT.formatted(""));
        town.staff("0101")
                .posts(decisions, TO_IMPLEMENT.formatted(",\"changeReason\":\"課長の指摘による\""));
        Scene scene =
                chronicle
                        .scene("the answer is changed")
                        .contract(contract, "in_order")
                        .department("0101", "in_order")
                        .municipality("in_order")
                        .checklist(contract, 1, "draft")
                        .changed(contract, "OPS-06 －→○")
                        .history(contract, "ItemDecisionRevised", "ChecklistSentBack")
                        .happened("ItemDecisionRevised");
        JsonNode told = latest(scene);
        assertThat(told.path("before").path("symbol").asString()).isEqualTo("－");
        assertThat(told.path("before").path("reason").asString()).isEqualTo("手交を行わないため");
        assertThat(told.path("after").path("symbol").asString()).isEqualTo("○");
        assertThat(told.path("changeReason").asString()).isEqualTo("課長の指摘による");
    }

    private void itComesAgain(Moment submitted) throws Exception {
        new Review(chronicle, town, contract, 1).isPlayed("{}");
        Scene end =
                chronicle
                        .scene("it is in force")
                        .contract(contract, "in_order")
                        .contract(other, "in_order")
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
                        .happened();
        List<JsonNode> since = end.difference(contract, submitted.recordedAt(), "latest", "OPS-06");
        JsonNode changed = since.getFirst();
        assertThat(changed.path("before").path("symbol").asString()).isEqualTo("－");
        assertThat(changed.path("before").path("reason").asString()).isEqualTo("手交を行わないため");
        assertThat(changed.path("after").path("symbol").asString()).isEqualTo("○");
        assertThat(changed.path("changeReason").asString()).isEqualTo("課長の指摘による");
    }

    private JsonNode latest(Scene scene) throws Exception {
        return scene.read(town.head("0101"), contract.at("/history?limit=1")).path("items").path(0);
    }
}
