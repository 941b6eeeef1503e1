package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What people see at one point of a story. Every read goes into the chronicle.
 *
 * <p>A reason is written as the status that it gives, followed by its items: {@code stale SYS-11}.
 */
final class Scene {

    private final String name;
    private final Chronicle chronicle;
    private final Town town;
    private final Town neighbour;

    Scene(String name, Chronicle chronicle, Town town, Town neighbour) {
        this.name = name;
        this.chronicle = chronicle;
        this.town = town;
        this.neighbour = neighbour;
    }

    /** A contract has the status of the first of these reasons, for exactly these reasons. */
    Scene contract(Contract contract, String... reasons) throws Exception {
        String status = List.of(reasons).getFirst().replaceFirst(" .*", "");
        JsonNode answer = read(town.officer(), contract.at("/status"));
        assertThat(reasons(answer)).as(name).containsExactly(reasons);
        assertThat(answer.path("status").asString()).as(name).isEqualTo(status);
        JsonNode itself = read(town.staff(contract.department()), contract.at(""));
        assertThat(itself.path("status").asString()).as(name).isEqualTo(status);
        return this;
    }

    /** A department as a whole has this status. */
    Scene department(String department, String status) throws Exception {
        JsonNode answer = read(town.head(department), "/departments/" + department + "/status");
        assertThat(answer.path("status").asString()).as(name + ": " + department).isEqualTo(status);
        return this;
    }

    /** The municipality has this status, and nobody else has another one than before. */
    Scene municipality(String status) throws Exception {
        JsonNode answer = read(town.officer(), "/status");
        assertThat(answer.path("status").asString()).as(name + ": municipality").isEqualTo(status);
        JsonNode overview = read(town.auditorOf(neighbour), "/v1/overview");
        assertThat(statusOf(overview, town)).as(name + ": overview").isEqualTo(status);
        assertThat(statusOf(overview, neighbour)).as(name + ": overview").isEqualTo("in_order");
        return this;
    }

    /** So many contracts are found by this status. */
    Scene found(String status, int count) throws Exception {
        JsonNode page = read(town.officer(), "/contracts?limit=500&status=" + status);
        assertThat(page.path("items").size()).as(name + ": " + status).isEqualTo(count);
        return this;
    }

    /** The latest revision of a checklist is at this state. */
    Scene checklist(Contract contract, int revision, String state) throws Exception {
        JsonNode answer = read(town.staff(contract.department()), contract.at("/checklist"));
        assertThat(answer.path("revision").asInt()).as(name).isEqualTo(revision);
        assertThat(answer.path("state").asString()).as(name).isEqualTo(state);
        return this;
    }

    /** This revision is in force today. */
    Scene inForce(Contract contract, int revision) throws Exception {
        JsonNode answer =
                read(
                        town.staff(contract.department()),
                        contract.at("/checklist?revision=in_force"));
        assertThat(answer.path("revision").asInt()).as(name).isEqualTo(revision);
        assertThat(answer.path("inForce").path("revision").asInt()).as(name).isEqualTo(revision);
        return this;
    }

    /** These happened to a contract last, newest first. */
    Scene history(Contract contract, String... types) throws Exception {
        JsonNode page = read(town.officer(), contract.at("/history?limit=" + types.length));
        assertThat(types(page)).as(name).containsExactly(types);
        for (JsonNode item : page.path("items")) {
            assertThat(item.path("actor").path("subject").asString("")).as(name).isNotEmpty();
            assertThat(item.path("summaryJa").asString("")).as(name).doesNotStartWith("tenken.");
        }
        return this;
    }

    /** These happened in the municipality last, newest first. */
    Scene townHistory(String... types) throws Exception {
        JsonNode page = read(town.officer(), "/history?limit=" + types.length);
        assertThat(types(page)).as(name).containsExactly(types);
        return this;
    }

    /** These and no other events came by the feed since the scene before, oldest first. */
    Scene feed(String... types) throws Exception {
        assertThat(chronicle.arrived()).as(name + ": feed").containsExactly(types);
        return this;
    }

    /** So many events of this type, and no other, came by the feed since the scene before. */
    Scene feed(int count, String type) throws Exception {
        assertThat(chronicle.arrived()).as(name + ": feed").hasSize(count).containsOnly(type);
        return this;
    }

    /**
     * What differs between two revisions or instants.
     *
     * @param items exactly these differ
     * @return the differences, in this order
     */
    List<JsonNode> difference(Contract contract, Object from, Object to, String... items)
            throws Exception {
        JsonNode answer =
                read(
                        town.officer(),
                        contract.at("/checklist/diff?from=%s&to=%s".formatted(from, to)));
        List<JsonNode> found = new ArrayList<>();
        answer.path("items").forEach(found::add);
        assertThat(found)
                .as(name)
                .extracting(item -> item.path("itemCode").asString())
                .containsExactly(items);
        return found;
    }

    /** Reads something else that belongs to the scene. */
    JsonNode read(Person reader, String path) throws Exception {
        return chronicle.read(name, reader, path);
    }

    private static List<String> types(JsonNode page) {
        List<String> types = new ArrayList<>();
        for (JsonNode item : page.path("items")) {
            String type = item.path("type").asString();
            types.add(type.substring(type.lastIndexOf('.') + 1));
        }
        return types;
    }

    private static List<String> reasons(JsonNode answer) {
        List<String> reasons = new ArrayList<>();
        for (JsonNode reason : answer.path("reasons")) {
            List<String> words = new ArrayList<>();
            words.add(reason.path("status").asString());
            reason.path("itemCodes").forEach(item -> words.add(item.asString()));
            assertThat(reason.path("eventIds").size()).as("%s is caused", reason).isPositive();
            reasons.add(String.join(" ", words));
        }
        return reasons;
    }

    private static String statusOf(JsonNode overview, Town of) {
        return overview.path("items")
                .valueStream()
                .filter(each -> each.path("code").asString("").equals(of.code()))
                .map(each -> each.path("status").asString())
                .collect(Collectors.joining());
    }
}
