package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Everything that shows how contracts stand, one by one and together, at one scene of a story. */
final class Overlook {

    private final Scene scene;
    private final Standings standings;
    private final Town town;
    private final Town neighbour;

    Overlook(Scene scene, Standings standings, Town town, Town neighbour) {
        this.scene = scene;
        this.standings = standings;
        this.town = town;
        this.neighbour = neighbour;
    }

    /** A contract, for everybody who may look at it. */
    void contract(Contract contract) throws Exception {
        JsonNode status = scene.read(town.officer(), contract.at("/status"));
        standings.isSeenIn(scene.name(), status, contract);
        int blank = standings.items(contract, "undecided_items").size();
        List<String> stale = standings.items(contract, "stale");
        JsonNode counts = status.path("counts");
        assertThat(counts.path("undecided").asInt()).as(scene.name()).isEqualTo(blank);
        assertThat(counts.path("stale").asInt()).as(scene.name()).isEqualTo(stale.size());
        assertThat(scene.read(town.contractor(contract.contractor()), contract.at("/status")))
                .as(scene.name() + ": the contractor sees what the officer sees")
                .isEqualTo(status);
        JsonNode itself = scene.read(town.staff(contract.department()), contract.at(""));
        standings.isSeenIn(scene.name(), itself, contract);
        JsonNode sheet = scene.read(town.staff(contract.department()), contract.at("/checklist"));
        assertThat(sheet.path("progress").path("decided").asInt())
                .as(scene.name())
                .isEqualTo(Town.ITEMS.size() - blank);
        assertThat(hinted(sheet, "H12")).as(scene.name() + ": hint H12").isEqualTo(stale);
    }

    /**
     * All that there is, as officer, heads and whoever looks over several municipalities see it.
     */
    void everything() throws Exception {
        JsonNode rows = scene.read(town.officer(), "/contracts?limit=500").path("items");
        assertThat(rows.size()).as(scene.name()).isEqualTo(standings.contracts().size());
        for (Contract contract : standings.contracts()) {
            standings.isSeenIn(scene.name() + ": list", row(rows, contract), contract);
        }
        for (String status : Standings.STATUSES) {
            assertThat(ids(scene.read(town.officer(), "/contracts?limit=500&reason=" + status)))
                    .as(scene.name() + ": found by the reason " + status)
                    .containsExactlyInAnyOrderElementsOf(
                            standings.with(status).stream().map(Contract::id).toList());
            assertThat(ids(scene.read(town.officer(), "/contracts?limit=500&status=" + status)))
                    .as(scene.name() + ": found by the status " + status)
                    .containsExactlyInAnyOrderElementsOf(
                            standings.contracts().stream()
                                    .filter(each -> standings.worst(List.of(each)).equals(status))
                                    .map(Contract::id)
                                    .toList());
        }
        for (String department : town.departments()) {
            department(department);
        }
        for (String contractor :
                new TreeSet<>(standings.contracts().stream().map(Contract::contractor).toList())) {
            contractor(contractor);
        }
        JsonNode page = scene.read(town.officer(), "/status");
        standings.areSeenIn(scene.name() + ": municipality", page, standings.contracts());
        for (JsonNode line : page.path("departments")) {
            String department = line.path("departmentCode").asString();
            assertThat(line.path("status").asString())
                    .as(scene.name() + ": municipality: " + department)
                    .isEqualTo(standings.worst(standings.of(department)));
            standings.areCountedIn(
                    scene.name() + ": municipality: " + department,
                    line.path("counts"),
                    standings.of(department));
        }
        JsonNode overview = scene.read(town.auditorOf(neighbour), "/v1/overview");
        standings.areSeenIn(
                scene.name() + ": overview", line(overview, town), standings.contracts());
        assertThat(line(overview, neighbour).path("status").asString())
                .as(scene.name() + ": the neighbour is not concerned")
                .isEqualTo("in_order");
    }

    /** What somebody sees who answers for one department. */
    private void department(String department) throws Exception {
        String where = scene.name() + ": " + department;
        Person head = town.head(department);
        List<Contract> own = standings.of(department);
        standings.areSeenIn(where, scene.read(head, "/departments/" + department + "/status"), own);
        standings.areSeenIn(where + ": all that is its own", scene.read(head, "/status"), own);
        assertThat(ids(scene.read(head, "/contracts?limit=500")))
                .as(where)
                .containsExactlyInAnyOrderElementsOf(own.stream().map(Contract::id).toList());
    }

    /** What a contractor sees, and the officer of it: its contracts, wherever they are. */
    private void contractor(String contractor) throws Exception {
        List<Contract> own =
                standings.contracts().stream()
                        .filter(each -> each.contractor().equals(contractor))
                        .toList();
        Person itself = town.contractor(contractor);
        assertThat(ids(scene.read(itself, "/contracts?limit=500")))
                .as(scene.name() + ": " + contractor)
                .containsExactlyInAnyOrderElementsOf(own.stream().map(Contract::id).toList());
        String path = "/contractors/" + contractor + "/contracts?limit=500";
        JsonNode rows = scene.read(town.officer(), path).path("items");
        assertThat(scene.read(itself, path).path("items")).isEqualTo(rows);
        assertThat(rows.size()).as(scene.name() + ": " + contractor).isEqualTo(own.size());
        for (Contract contract : own) {
            standings.isSeenIn(scene.name() + ": " + contractor, row(rows, contract), contract);
        }
    }

    private static JsonNode row(JsonNode rows, Contract contract) {
        return rows.valueStream()
                .filter(each -> each.path("id").asString().equals(contract.id()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode line(JsonNode overview, Town of) {
        return overview.path("items")
                .valueStream()
                .filter(each -> each.path("code").asString("").equals(of.code()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> hinted(JsonNode sheet, String id) {
        List<String> items = new ArrayList<>();
        for (JsonNode hint : sheet.path("hints")) {
            if (hint.path("id").asString().equals(id)) {
                hint.path("itemCodes").forEach(code -> items.add(code.asString()));
            }
        }
        return items;
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").valueStream().map(row -> row.path("id").asString()).toList();
    }
}
