package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The security policy appears in a new edition, and every contract that runs is asked about it. One
 * contractor agrees to more and its checklist is revised; for another one the answer stands; a
 * third one does not want to.
 */
final class PolicyEditionStory {

    /** Six contracts in each. */
    static final List<String> DEPARTMENTS = List.of("0101", "0102", "0103", "0104", "0105");

    private static final int EACH = 6;
    private static final String EDITION = "/policy-editions/security-policy-2";

    private final Town town;
    private final Chronicle chronicle;
    private final List<Contract> contracts = new ArrayList<>();
    private final Map<String, String> consultations = new HashMap<>();

    PolicyEditionStory(Town town, Town neighbour) throws Exception {
        this.town = town;
        for (String department : DEPARTMENTS) {
            for (int i = 1; i <= EACH; i++) {
                contracts.add(
                        town.running(department, "R8-" + department + "-" + i, "株式会社受託", "{}"));
            }
        }
        chronicle = new Chronicle(town, neighbour);
    }

    void play() throws Exception {
        theEditionIsIssued();
        everyContractIsAsked();
        nobodyIsAskedTwice();
        oneAgrees(contracts.getFirst());
        itIsRevised(contracts.getFirst());
        oneIsReconfirmed(contracts.getLast());
        oneIsRefused(contracts.get(EACH));
        chronicle.isReadAgainAsItWas();
    }

    private void theEditionIsIssued() throws Exception {
        chronicle.scene("before").municipality("in_order").happened();
        town.officer()
                .puts(
                        EDITION,
                        """
                        {"kind":"security_policy","titleJa":"情報セキュリティポリシー",
                         "edition":"第2版","effectiveOn":"2026-10-01"}
                        """);
        chronicle.scene("a new edition").municipality("in_order").happened("PolicyEditionIssued");
    }

    private void everyContractIsAsked() throws Exception {
        for (JsonNode each : asked().path("opened")) {
            consultations.put(
                    each.path("contractId").asString(), each.path("consultationId").asString());
        }
        assertThat(consultations.keySet())
                .containsExactlyInAnyOrderElementsOf(contracts.stream().map(Contract::id).toList());
        Scene scene = chronicle.scene("every contract is asked");
        for (Contract contract : contracts) {
            scene.contract(contract, "consultation_open OPS-01", "stale OPS-01")
                    .history(contract, "ConsultationOpened", "ChecklistConfirmed");
        }
        for (String department : DEPARTMENTS) {
            scene.department(department, "consultation_open");
        }
        scene.municipality("consultation_open").happened(30, "ConsultationOpened");
    }

    private void nobodyIsAskedTwice() throws Exception {
        assertThat(asked().path("opened").size()).isZero();
        chronicle
                .scene("nobody is asked twice")
                .municipality("consultation_open")
                .checklist(contracts.getFirst(), 1, "confirmed")
                .happened();
    }

    private void oneAgrees(Contract contract) throws Exception {
        town.head(contract.department())
                .posts(
                        consultation(contract) + "/agreement",
                        """
                        {"measures":"研修を年2回行う","effectiveOn":"2026-10-01",
                         "itemCodes":["OPS-01"]}
                        """);
        chronicle
                .scene("one agrees")
                .contract(contract, "stale OPS-01")
                .checklist(contract, 2, "draft")
                .inForce(contract, 1)
                .department(contract.department(), "consultation_open")
                .municipality("consultation_open")
                .history(contract, "RevisionOpened", "ConsultationAgreed", "ConsultationOpened")
                .happened("ConsultationAgreed", "RevisionOpened");
    }

    private void itIsRevised(Contract contract) throws Exception {
        town.staff(contract.department())
                .puts(
                        contract.at("/checklist/items/OPS-01/decision"),
                        "{\"answer\":\"implement\",\"note\":\"第2版、研修年2回\"}");
        Scene revised =
                chronicle
                        .scene("it is revised")
                        .contract(contract, "in_order")
                        .checklist(contract, 2, "draft")
                        .inForce(contract, 1)
                        .changed(contract, "OPS-01 ○→○")
                        .department(contract.department(), "consultation_open")
                        .municipality("consultation_open")
                        .history(contract, "ItemDecisionRevised", "RevisionOpened")
                        .happened("ItemDecisionRevised");
        JsonNode item = revised.difference(contract, 1, 2, "OPS-01").getFirst();
        assertThat(item.path("changeReason").asString()).isEqualTo("方針等の改定に伴う協議による変更");
        assertThat(consultation(contract)).endsWith(item.path("consultationId").asString("none"));
        new Review(chronicle, town, contract, 2).isPlayed("{}");
        chronicle
                .scene("the revision is in force")
                .inForce(contract, 2)
                .department(contract.department(), "consultation_open")
                .municipality("consultation_open")
                .happened();
    }

    private void oneIsReconfirmed(Contract contract) throws Exception {
        town.staff(contract.department())
                .posts(contract.at("/checklist/items/OPS-01/reconfirmation"), "");
        Scene reconfirmed =
                chronicle
                        .scene("one is reconfirmed")
                        .contract(contract, "consultation_open OPS-01")
                        .checklist(contract, 1, "confirmed")
                        .department(contract.department(), "consultation_open")
                        .municipality("consultation_open")
                        .history(contract, "ItemReconfirmed", "ConsultationOpened")
                        .happened("ItemReconfirmed");
        reconfirmed.difference(contract, 1, "latest");

        town.head(contract.department()).posts(consultation(contract) + "/closure", "{}");
        chronicle
                .scene("nothing is left to say about it")
                .contract(contract, "in_order")
                .department(contract.department(), "consultation_open")
                .municipality("consultation_open")
                .history(contract, "ConsultationClosed", "ItemReconfirmed")
                .happened("ConsultationClosed");
    }

    private void oneIsRefused(Contract contract) throws Exception {
        town.head(contract.department())
                .posts(consultation(contract) + "/refusal", "{\"reason\":\"費用の見積りがない\"}");
        chronicle
                .scene("one is refused")
                .contract(contract, "stale OPS-01")
                .checklist(contract, 1, "confirmed")
                .inForce(contract, 1)
                .department(contract.department(), "consultation_open")
                .municipality("consultation_open")
                .history(contract, "ConsultationRefused", "ConsultationOpened")
                .happened("ConsultationRefused");
    }

    private JsonNode asked() throws Exception {
        return town.officer()
                .posts(EDITION + "/consultations", "{\"all\":true,\"proposal\":\"第2版を遵守すること\"}");
    }

    private String consultation(Contract contract) {
        return "/consultations/" + Objects.requireNonNull(consultations.get(contract.id()));
    }
}
