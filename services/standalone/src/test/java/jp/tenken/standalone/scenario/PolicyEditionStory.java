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
 * contractor agrees to more and its checklist is revised; for another one the answer stands.
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
        oneAgreesAndIsRevised(contracts.getFirst());
        oneIsReconfirmed(contracts.getLast());
        chronicle.isReadAgainAsItWas();
    }

    private void theEditionIsIssued() throws Exception {
        chronicle.scene("before").found("in_order", 30).municipality("in_order").feed();
        town.officer()
                .puts(
                        EDITION,
                        """
                        {"kind":"security_policy","titleJa":"情報セキュリティポリシー",
                         "edition":"第2版","effectiveOn":"2026-10-01"}
                        """);
        chronicle
                .scene("a new edition")
                .found("in_order", 30)
                .municipality("in_order")
                .townHistory("PolicyEditionIssued")
                .feed("tenken.municipality.PolicyEditionIssued");
    }

    private void everyContractIsAsked() throws Exception {
        JsonNode answer =
                town.officer()
                        .posts(
                                EDITION + "/consultations",
                                "{\"all\":true,\"proposal\":\"第2版を遵守すること\"}");
        answer.path("opened")
                .forEach(
                        each ->
                                consultations.put(
                                        each.path("contractId").asString(),
                                        each.path("consultationId").asString()));
        assertThat(consultations.keySet())
                .containsExactlyInAnyOrderElementsOf(contracts.stream().map(Contract::id).toList());
        Scene scene =
                chronicle
                        .scene("every contract is asked")
                        .found("consultation_open", 30)
                        .found("in_order", 0)
                        .municipality("consultation_open")
                        .feed(30, "tenken.consultation.ConsultationOpened");
        for (Contract contract : contracts) {
            scene.contract(contract, "consultation_open OPS-01", "stale OPS-01");
        }
        for (String department : DEPARTMENTS) {
            scene.department(department, "consultation_open");
        }
        scene.history(contracts.getFirst(), "ConsultationOpened", "ChecklistConfirmed");

        JsonNode again =
                town.officer()
                        .posts(
                                EDITION + "/consultations",
                                "{\"all\":true,\"proposal\":\"第2版を遵守すること\"}");
        assertThat(again.path("opened").size()).isZero();
        chronicle.scene("nobody is asked twice").found("consultation_open", 30).feed();
    }

    private void oneAgreesAndIsRevised(Contract contract) throws Exception {
        Person head = town.head(contract.department());
        Person staff = town.staff(contract.department());
        head.posts(
                consultation(contract) + "/agreement",
                """
                {"measures":"研修を年2回行う","effectiveOn":"2026-10-01","itemCodes":["OPS-01"]}
                """);
        chronicle
                .scene("one agrees")
                .contract(contract, "stale OPS-01")
                .checklist(contract, 2, "draft")
                .inForce(contract, 1)
                .department(contract.department(), "consultation_open")
                .found("consultation_open", 29)
                .municipality("consultation_open")
                .history(contract, "RevisionOpened", "ConsultationAgreed")
                .feed("tenken.consultation.ConsultationAgreed", "tenken.checklist.RevisionOpened");

        staff.puts(
                contract.at("/checklist/items/OPS-01/decision"),
                "{\"answer\":\"implement\",\"note\":\"第2版、研修年2回\"}");
        town.reviewed(contract);
        Scene revised =
                chronicle
                        .scene("it is revised")
                        .contract(contract, "in_order")
                        .checklist(contract, 2, "confirmed")
                        .inForce(contract, 2)
                        .department(contract.department(), "consultation_open")
                        .found("consultation_open", 29)
                        .found("in_order", 1)
                        .municipality("consultation_open")
                        .feed(
                                "tenken.checklist.ItemDecisionRevised",
                                "tenken.checklist.ChecklistSubmitted",
                                "tenken.checklist.ChecklistApproved",
                                "tenken.checklist.ChecklistConfirmed");
        JsonNode item = revised.difference(contract, 1, 2, "OPS-01").getFirst();
        assertThat(item.path("changeReason").asString()).isEqualTo("方針等の改定に伴う協議による変更");
        assertThat(consultation(contract)).endsWith(item.path("consultationId").asString("none"));
    }

    private void oneIsReconfirmed(Contract contract) throws Exception {
        town.staff(contract.department())
                .posts(contract.at("/checklist/items/OPS-01/reconfirmation"), "");
        Scene reconfirmed =
                chronicle
                        .scene("one is reconfirmed")
                        .contract(contract, "consultation_open OPS-01")
                        .checklist(contract, 1, "confirmed")
                        .history(contract, "ItemReconfirmed", "ConsultationOpened")
                        .feed("tenken.checklist.ItemReconfirmed");
        reconfirmed.difference(contract, 1, "latest");

        town.head(contract.department()).posts(consultation(contract) + "/closure", "{}");
        chronicle
                .scene("nothing is left to say about it")
                .contract(contract, "in_order")
                .department(contract.department(), "consultation_open")
                .found("consultation_open", 28)
                .found("in_order", 2)
                .municipality("consultation_open")
                .townHistory("ConsultationClosed", "ItemReconfirmed", "ChecklistConfirmed")
                .feed("tenken.consultation.ConsultationClosed");
    }

    private String consultation(Contract contract) {
        return "/consultations/" + Objects.requireNonNull(consultations.get(contract.id()));
    }
}
