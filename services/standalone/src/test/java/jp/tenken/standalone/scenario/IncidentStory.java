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
        String incident = theContractorReports();
        manyMoreAreConcerned(incident);
        theNumbersAreCorrected(incident);
        theOfficerClassifies(incident);
        itIsClosed(incident);
        chronicle.isReadAgainAsItWas();
    }

    private String theContractorReports() throws Exception {
        assertThat(first.contractor()).isEqualTo(second.contractor());
        chronicle.scene("before").contract(first, "in_order").municipality("in_order").feed();
        JsonNode reported =
                town.contractor(first.contractor()).posts("/incidents", facts("媒体を紛失した", 20, 30));
        String incident = reported.path("id").asString();
        Scene scene =
                concerned("the contractor reports", "incident_open")
                        .history(first, "IncidentReported", "ChecklistConfirmed")
                        .history(second, "IncidentReported", "ChecklistConfirmed")
                        .history(other, "ChecklistConfirmed")
                        .feed("tenken.incident.IncidentReported");
        JsonNode shown = scene.read(town.officer(), "/incidents/" + incident);
        assertThat(shown.path("clock").path("finalDue").asString()).isEqualTo("2025-07-01");
        assertThat(shown.path("clock").path("preliminaryGuide").path("from").asString())
                .isEqualTo("2025-06-04");
        assertThat(shown.path("clock").path("preliminaryGuide").path("to").asString())
                .isEqualTo("2025-06-06");
        assertThat(suggested(shown)).isEmpty();
        assertThat(shown.toString()).contains("媒体を紛失した");
        return incident;
    }

    private void manyMoreAreConcerned(String incident) throws Exception {
        town.contractor(first.contractor())
                .posts("/incidents/" + incident + "/facts", facts("媒体は二つだった", 400, 30));
        Scene scene =
                concerned("many more are concerned", "incident_open")
                        .history(second, "IncidentFactsRevised", "IncidentReported")
                        .feed("tenken.incident.IncidentFactsRevised");
        JsonNode shown = scene.read(town.officer(), "/incidents/" + incident);
        assertThat(suggested(shown)).containsExactly("more_than_100_persons");
        assertThat(shown.toString()).contains("媒体は二つだった");
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
                        .feed("tenken.incident.IncidentFactsRevised");
        JsonNode shown = scene.read(town.head("0101"), "/incidents/" + incident);
        assertThat(suggested(shown)).containsExactly("more_than_100_persons");
        assertThat(shown.path("revisions").size()).isEqualTo(3);
    }

    private void theOfficerClassifies(String incident) throws Exception {
        town.officer()
                .posts(
                        "/incidents/" + incident + "/classification",
                        "{\"situations\":[\"more_than_100_persons\"]}");
        Scene scene =
                concerned("the officer classifies", "incident_open", "overdue")
                        .history(first, "IncidentClassified", "IncidentFactsRevised")
                        .feed("tenken.incident.IncidentClassified");
        JsonNode status = scene.read(town.officer(), second.at("/status"));
        assertThat(status.path("reasons").get(1).path("due").asString()).startsWith("2025-07-01");
        JsonNode shown = scene.read(town.officer(), "/incidents/" + incident);
        assertThat(shown.path("classification").toString()).contains("more_than_100_persons");
    }

    private void itIsClosed(String incident) throws Exception {
        assertThat(open()).isEqualTo(1);
        town.head("0101").posts("/incidents/" + incident + "/closure", "{\"comment\":\"完了\"}");
        chronicle
                .scene("it is closed")
                .contract(first, "in_order")
                .contract(second, "in_order")
                .contract(other, "in_order")
                .department("0101", "in_order")
                .department("0102", "in_order")
                .municipality("in_order")
                .history(second, "IncidentClosed", "IncidentClassified")
                .townHistory("IncidentClosed", "IncidentClassified", "IncidentFactsRevised")
                .feed("tenken.incident.IncidentClosed");
        assertThat(open()).isZero();
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
                .found("incident_open", 2)
                .found("in_order", 1)
                .municipality("incident_open");
    }

    private int open() throws Exception {
        return chronicle
                .scene("open incidents")
                .read(town.officer(), "/incidents?open=true")
                .path("items")
                .size();
    }

    private String facts(String summary, int persons, int more) {
        return """
               {"contracts":[{"contractId":"%s","personsEstimate":%d},
                             {"contractId":"%s","personsEstimate":%d}],
                "learnedAt":"%s","summary":"%s","dataItems":["氏名","住所"],"encrypted":false}
               """
                .formatted(first.id(), persons, second.id(), more, LEARNED, summary);
    }

    private static List<String> suggested(JsonNode incident) {
        List<String> codes = new ArrayList<>();
        incident.path("suggestedSituations").forEach(code -> codes.add(code.asString()));
        return codes;
    }
}
