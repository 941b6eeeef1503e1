package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A contractor loses data of two contracts in two departments. First few people seem to be
 * concerned, then many, then fewer again but beyond doubt; the officer classifies, and at the end
 * the incident is closed.
 */
final class IncidentStory {

    // Long past and a Monday: the last day for the report is a working day, and over.
    private static final String LEARNED = "2025-06-02T01:00:00Z";

    private final Town town;
    private final Chronicle chronicle;
    private final Contract first;
    private final Contract second;
    private final Contract other;

    IncidentStory(Town town, Town neighbour) throws Exception {
        this.town = town;
        first = town.running("0101", "R7-1", "株式会社事故", "{}");
        second = town.running("0102", "R7-2", "株式会社事故", "{}");
        other = town.running("0103", "R7-3", "株式会社無事", "{}");
        chronicle = new Chronicle(town, neighbour);
    }

    void play() throws Exception {
        everythingIsInOrder();
        String incident = theContractorReports();
        manyMoreAreConcerned(incident);
        theNumbersAreCorrected(incident);
        theOfficerClassifies(incident);
        itIsClosed(incident);
        chronicle.isReadAgainAsItWas();
    }

    private void everythingIsInOrder() throws Exception {
        assertThat(first.contractor()).isEqualTo(second.contractor());
        Scene scene =
                chronicle
                        .scene("before")
                        .contract(first, "in_order")
                        .contract(second, "in_order")
                        .contract(other, "in_order")
                        .municipality("in_order")
                        .happened();
        assertThat(open(scene)).isEmpty();
    }

    private String theContractorReports() throws Exception {
        JsonNode reported =
                town.contractor(first.contractor()).posts("/incidents", facts("媒体を紛失した", 20, 30));
        String incident = reported.path("id").asString();
        Scene scene =
                concerned("the contractor reports", "incident_open")
                        .history(first, "IncidentReported", "ChecklistConfirmed")
                        .history(second, "IncidentReported", "ChecklistConfirmed")
                        .history(other, "ChecklistConfirmed")
                        .happened("IncidentReported");
        JsonNode shown = scene.read(town.officer(), "/incidents/" + incident);
        JsonNode clock = shown.path("clock");
        assertThat(clock.path("finalDue").asString()).isEqualTo("2025-07-01");
        assertThat(clock.path("preliminaryGuide").path("from").asString()).isEqualTo("2025-06-04");
        assertThat(clock.path("preliminaryGuide").path("to").asString()).isEqualTo("2025-06-06");
        assertThat(suggested(shown)).isEmpty();
        isKnown(shown, 1, "媒体を紛失した", 50);
        assertThat(shown.path("reportedByContractor").asString()).isEqualTo(first.contractor());
        assertThat(open(scene)).containsExactly(incident);
        town.staff("0103").isDenied(403, "out-of-scope", "/incidents/" + incident);
        return incident;
    }

    private void manyMoreAreConcerned(String incident) throws Exception {
        town.contractor(first.contractor())
                .posts("/incidents/" + incident + "/facts", facts("媒体は二つだった", 400, 30));
        Scene scene =
                concerned("many more are concerned", "incident_open")
                        .history(first, "IncidentFactsRevised", "IncidentReported")
                        .history(second, "IncidentFactsRevised", "IncidentReported")
                        .happened("IncidentFactsRevised");
        JsonNode shown = scene.read(town.officer(), "/incidents/" + incident);
        assertThat(suggested(shown)).containsExactly("more_than_100_persons");
        isKnown(shown, 2, "媒体は二つだった", 430);
    }

    private void theNumbersAreCorrected(String incident) throws Exception {
        town.staff("0101").posts("/incidents/" + incident + "/facts", facts("本人の数を照合した", 71, 30));
        Scene scene =
                concerned("the numbers are corrected", "incident_open")
                        .history(
                                first,
                                "IncidentFactsRevised",
                                "IncidentFactsRevised",
                                "IncidentReported")
                        .history(
                                second,
                                "IncidentFactsRevised",
                                "IncidentFactsRevised",
                                "IncidentReported")
                        .happened("IncidentFactsRevised");
        JsonNode shown = scene.read(town.head("0101"), "/incidents/" + incident);
        assertThat(suggested(shown)).containsExactly("more_than_100_persons");
        isKnown(shown, 3, "本人の数を照合した", 101);
        assertThat(shown.path("revisions").path(0).path("summary").asString())
                .as("what was known when")
                .isEqualTo("媒体を紛失した");
    }

    private void theOfficerClassifies(String incident) throws Exception {
        town.officer()
                .posts(
                        "/incidents/" + incident + "/classification",
                        "{\"situations\":[\"more_than_100_persons\"]}");
        Scene scene =
                concerned("the officer classifies", "incident_open", "overdue")
                        .history(first, "IncidentClassified", "IncidentFactsRevised")
                        .history(second, "IncidentClassified", "IncidentFactsRevised")
                        .happened("IncidentClassified");
        JsonNode status = scene.read(town.officer(), second.at("/status"));
        assertThat(status.path("reasons").path(1).path("due").asString()).isEqualTo("2025-07-01");
        JsonNode shown = scene.read(town.officer(), "/incidents/" + incident);
        assertThat(shown.path("classification").path("situations").path(0).asString())
                .isEqualTo("more_than_100_persons");
    }

    private void itIsClosed(String incident) throws Exception {
        town.head("0101").posts("/incidents/" + incident + "/closure", "{\"comment\":\"完了\"}");
        Scene scene =
                chronicle
                        .scene("it is closed")
                        .contract(first, "in_order")
                        .contract(second, "in_order")
                        .contract(other, "in_order")
                        .department("0101", "in_order")
                        .department("0102", "in_order")
                        .municipality("in_order")
                        .history(first, "IncidentClosed", "IncidentClassified")
                        .history(second, "IncidentClosed", "IncidentClassified")
                        .happened("IncidentClosed");
        assertThat(open(scene)).isEmpty();
        JsonNode shown = scene.read(town.officer(), "/incidents/" + incident);
        assertThat(shown.path("state").asString()).isEqualTo("closed");
        assertThat(shown.path("outcome").asString()).isEqualTo("完了");
    }

    private Scene concerned(String name, String... reasons) throws Exception {
        return chronicle
                .scene(name)
                .contract(first, reasons)
                .contract(second, reasons)
                .contract(other, "in_order")
                .department("0101", "incident_open")
                .department("0102", "incident_open")
                .department("0103", "in_order")
                .municipality("incident_open")
                .checklist(first, 1, "confirmed")
                .inForce(second, 1);
    }

    private List<String> open(Scene scene) throws Exception {
        return scene.read(town.officer(), "/incidents?open=true")
                .path("items")
                .valueStream()
                .map(each -> each.path("id").asString())
                .toList();
    }

    private String facts(String summary, int persons, int more) {
        return """
               {"contracts":[{"contractId":"%s","personsEstimate":%d},
                             {"contractId":"%s","personsEstimate":%d}],
                "learnedAt":"%s","summary":"%s","dataItems":["氏名","住所"],"encrypted":false}
               """
                .formatted(first.id(), persons, second.id(), more, LEARNED, summary);
    }

    private static void isKnown(JsonNode incident, int revision, String summary, int persons) {
        assertThat(incident.path("revisions").size()).isEqualTo(revision);
        assertThat(incident.path("summary").asString()).isEqualTo(summary);
        assertThat(incident.path("personsEstimate").asInt()).isEqualTo(persons);
        assertThat(incident.path("contracts").size()).isEqualTo(2);
    }

    private static List<String> suggested(JsonNode incident) {
        List<String> codes = new ArrayList<>();
        incident.path("suggestedSituations").forEach(code -> codes.add(code.asString()));
        return codes;
    }
}
