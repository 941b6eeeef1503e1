package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/**
 * While the revision of one agreement is open, a second agreement is reached about another item. It
 * opens no revision of its own, and each change names the agreement that brought it.
 */
final class TwoAgreementsStory {

    private final Town town;
    private final Chronicle chronicle;
    private final Contract contract;

    TwoAgreementsStory(Town town, Town neighbour) throws Exception {
        this.town = town;
        contract = town.running("0101", "R8-1", "株式会社二件", "{}");
        chronicle = new Chronicle(town, neighbour);
    }

    void play() throws Exception {
        String first = agreed("SYS-11", "measure_change");
        String second = agreed("SYS-12", "measure_change");
        chronicle
                .scene("two agreements")
                .contract(contract, "in_order")
                .checklist(contract, 2, "draft")
                .inForce(contract, 1)
                .happened(
                        "ConsultationOpened",
                        "ConsultationAgreed",
                        "RevisionOpened",
                        "ConsultationOpened",
                        "ConsultationAgreed");
        town.staff("0101")
                .posts(
                        contract.at("/checklist/decisions"),
                        """
                        {"decisions":[
                          {"itemCode":"SYS-11","answer":"implement","note":"国内の鍵"},
                          {"itemCode":"SYS-12","answer":"not_needed","reason":"遠隔作業を廃止"},
                          {"itemCode":"SYS-13","answer":"implement","note":"変更なし"}]}
                        """);
        Scene scene =
                chronicle
                        .scene("both are carried out")
                        .contract(contract, "in_order")
                        .changed(contract, "SYS-11 ○→○", "SYS-12 ○→－", "SYS-13 ○→○")
                        .history(
                                contract,
                                "ItemDecisionRevised",
                                "ItemDecisionRevised",
                                "ItemDecisionRevised")
                        .happened(3, "ItemDecisionRevised");
        assertThat(scene.difference(contract, 1, 2, "SYS-11", "SYS-12", "SYS-13"))
                .extracting(item -> item.path("consultationId").asString())
                .as("SYS-13 was agreed in neither; it comes with what opened the revision")
                .containsExactly(first, second, first);
        for (String item : new String[] {"SYS-11", "SYS-12"}) {
            JsonNode told =
                    scene.read(town.officer(), contract.at("/history?limit=1&itemCode=" + item));
            assertThat(told.path("items").path(0).path("changeReason").asString())
                    .isEqualTo("協議による対策の変更");
        }
        new Review(chronicle, town, contract, 2).isPlayed("{}");
        chronicle.isReadAgainAsItWas();
    }

    private String agreed(String item, String topic) throws Exception {
        String id =
                town.staff("0101")
                        .posts(
                                contract.at("/consultations"),
                                """
                                {"topic":"%s","subject":"%s","proposal":"変更","itemCodes":["%s"]}
                                """
                                        .formatted(topic, item, item))
                        .path("id")
                        .asString();
        town.head("0101")
                .posts(
                        "/consultations/" + id + "/agreement",
                        """
                        {"measures":"変更する","effectiveOn":"2026-12-01","itemCodes":["%s"]}
                        """
                                .formatted(item));
        return id;
    }
}
