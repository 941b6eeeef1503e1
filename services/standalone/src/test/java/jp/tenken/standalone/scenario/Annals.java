package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What happened from one scene to the next, as the feed told it: every history must tell the same,
 * whether it is the municipality's, a department's or a contract's.
 */
final class Annals {

    private final Scene scene;
    private final Standings standings;
    private final Town town;
    private final Moment before;

    Annals(Scene scene, Standings standings, Town town, Moment before) {
        this.scene = scene;
        this.standings = standings;
        this.town = town;
        this.before = before;
    }

    /** Reads the histories and compares them with these events. */
    void tell(List<JsonNode> events) throws Exception {
        for (JsonNode event : events) {
            belongsToItsDepartment(event);
        }
        List<JsonNode> whole = told(town.officer(), "/history?", events, event -> true);
        for (JsonNode entry : whole) {
            assertThat(entry.path("actor").path("subject").asString(""))
                    .as("%s", entry)
                    .isNotEmpty();
            assertThat(entry.path("summaryJa").asString(""))
                    .as("%s", entry)
                    .isNotEmpty()
                    .doesNotStartWith("tenken.");
            assertThat(entry.path("summaryEn").asString(""))
                    .as("%s", entry)
                    .isNotEmpty()
                    .doesNotStartWith("tenken.");
        }
        for (String department : town.departments()) {
            Set<String> own = new TreeSet<>();
            standings.of(department).forEach(each -> own.add(each.id()));
            told(
                    town.head(department),
                    "/history?departmentCode=" + department + "&",
                    events,
                    event -> contracts(event).stream().anyMatch(own::contains));
        }
        for (Contract contract : standings.contracts()) {
            List<JsonNode> entries =
                    told(
                            town.officer(),
                            contract.at("/history?"),
                            events,
                            event -> contracts(event).contains(contract.id()));
            told(
                    town.contractor(contract.contractor()),
                    contract.at("/history?"),
                    events,
                    event -> contracts(event).contains(contract.id()));
            for (JsonNode entry : entries) {
                assertThat(entry.path("summaryJa").asString(""))
                        .as("an officer reads of which contract it is: %s", entry)
                        .contains(contract.number());
            }
        }
    }

    private List<JsonNode> told(
            Person reader, String path, List<JsonNode> events, Predicate<JsonNode> which)
            throws Exception {
        List<String> expected =
                events.reversed().stream()
                        .filter(which)
                        .map(event -> event.path("id").asString())
                        .toList();
        List<JsonNode> entries =
                scene.read(reader, path + "limit=" + (expected.size() + 1))
                        .path("items")
                        .valueStream()
                        .filter(entry -> entry.path("sequence").asLong() > before.sequence())
                        .toList();
        assertThat(entries)
                .as("%s: %s", scene.name(), path)
                .extracting(entry -> entry.path("eventId").asString())
                .isEqualTo(expected);
        return entries;
    }

    private void belongsToItsDepartment(JsonNode event) {
        Set<String> departments = new TreeSet<>();
        for (String id : contracts(event)) {
            standings.contracts().stream()
                    .filter(each -> each.id().equals(id))
                    .forEach(each -> departments.add(each.department()));
        }
        assertThat(event.path("departmentcode").asString(""))
                .as("%s: %s", scene.name(), event)
                .isEqualTo(departments.size() == 1 ? String.join("", departments) : "");
    }

    private static Set<String> contracts(JsonNode event) {
        Set<String> ids = new TreeSet<>();
        JsonNode data = event.path("data");
        if (data.has("contractId")) {
            ids.add(data.path("contractId").asString());
        }
        data.path("contracts").forEach(each -> ids.add(each.path("contractId").asString()));
        data.path("contractIds").forEach(each -> ids.add(each.asString()));
        return ids;
    }
}
