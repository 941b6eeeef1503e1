package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What people see at one point of a story: what the story says of it, and that all else is as it
 * was at the point before. Every read goes into the chronicle.
 */
final class Scene {

    private final String name;
    private final Chronicle chronicle;
    private final Town town;
    private final Moment before;
    private final Moment now;
    private final Overlook overlook;
    private final Map<Contract, List<String>> changed = new HashMap<>();

    Scene(String name, Chronicle chronicle, Town town, Town neighbour, Moment before, Moment now) {
        this.name = name;
        this.chronicle = chronicle;
        this.town = town;
        this.before = before;
        this.now = now;
        this.overlook = new Overlook(this, chronicle.standings(), town, neighbour);
    }

    /** A contract has the status of the first of these reasons, for exactly these reasons. */
    Scene contract(Contract contract, String... reasons) throws Exception {
        chronicle.standings().stands(contract, List.of(reasons));
        overlook.contract(contract);
        return this;
    }

    /** A department as a whole has this status. */
    Scene department(String department, String status) throws Exception {
        assertThat(chronicle.standings().worst(chronicle.standings().of(department)))
                .as("what the story says of the contracts of " + department)
                .isEqualTo(status);
        JsonNode answer = read(town.head(department), "/departments/" + department + "/status");
        assertThat(answer.path("status").asString()).as(name + ": " + department).isEqualTo(status);
        return this;
    }

    /** The municipality has this status. */
    Scene municipality(String status) throws Exception {
        assertThat(read(town.officer(), "/status").path("status").asString())
                .as(name + ": municipality")
                .isEqualTo(status);
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
        return isInForce(contract, revision, "?revision=in_force");
    }

    /** This revision is in force on a day. */
    Scene inForce(Contract contract, int revision, LocalDate on) throws Exception {
        return isInForce(contract, revision, "?revision=in_force&inForceOn=" + on);
    }

    /** Nothing was ever confirmed. */
    Scene nothingInForce(Contract contract) throws Exception {
        JsonNode answer = read(town.staff(contract.department()), contract.at("/checklist"));
        assertThat(answer.path("inForce").isNull()).as(name).isTrue();
        town.staff(contract.department())
                .isDenied(404, "revision-not-found", contract.at("/checklist?revision=in_force"));
        return this;
    }

    private Scene isInForce(Contract contract, int revision, String asked) throws Exception {
        JsonNode answer =
                read(town.staff(contract.department()), contract.at("/checklist" + asked));
        assertThat(answer.path("revision").asInt()).as(name + asked).isEqualTo(revision);
        assertThat(answer.path("state").asString()).as(name + asked).isEqualTo("confirmed");
        assertThat(answer.path("inForce").path("revision").asInt())
                .as(name + asked)
                .isEqualTo(revision);
        return this;
    }

    /**
     * These items were answered otherwise since the scene before.
     *
     * @param items code and what is printed before and after: {@code OPS-06 －→○}
     */
    Scene changed(Contract contract, String... items) {
        changed.put(contract, List.of(items));
        return this;
    }

    /** These happened to a contract last, newest first. */
    Scene history(Contract contract, String... types) throws Exception {
        JsonNode page = read(town.officer(), contract.at("/history?limit=" + types.length));
        assertThat(types(page.path("items"))).as(name).containsExactly(types);
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
        List<JsonNode> found = differences(contract, from, to);
        assertThat(found)
                .as(name)
                .extracting(item -> item.path("itemCode").asString())
                .containsExactly(items);
        return found;
    }

    /**
     * These and no other events happened since the scene before, oldest first. Whoever looks at
     * several contracts sees that they stand as the story said, those of which it said nothing as
     * before; histories and differences tell of what happened and of nothing else.
     */
    Scene happened(String... types) throws Exception {
        List<JsonNode> events = chronicle.arrived();
        assertThat(types(events)).as(name + ": feed").containsExactly(types);
        new Annals(this, chronicle.standings(), town, before).tell(events);
        for (Contract contract : chronicle.standings().contracts()) {
            assertThat(
                            differences(contract, before.recordedAt(), now.recordedAt()).stream()
                                    .map(Scene::inWords))
                    .as(name + ": what is answered otherwise in " + contract)
                    .isEqualTo(changed.getOrDefault(contract, List.of()));
        }
        overlook.everything();
        return this;
    }

    /** The same where one thing happened several times. */
    Scene happened(int times, String type) throws Exception {
        String[] types = new String[times];
        Arrays.fill(types, type);
        return happened(types);
    }

    /** Reads something else that belongs to the scene. */
    JsonNode read(Person reader, String path) throws Exception {
        return chronicle.read(name, reader, path);
    }

    /** What it is called. */
    String name() {
        return name;
    }

    /** Names of event types, without the areas that they belong to. */
    static List<String> types(Iterable<JsonNode> events) {
        List<String> types = new ArrayList<>();
        for (JsonNode event : events) {
            String type = event.path("type").asString();
            types.add(type.substring(type.lastIndexOf('.') + 1));
        }
        return types;
    }

    private List<JsonNode> differences(Contract contract, Object from, Object to) throws Exception {
        return read(
                        town.officer(),
                        contract.at("/checklist/diff?from=%s&to=%s".formatted(from, to)))
                .path("items")
                .valueStream()
                .collect(Collectors.toList());
    }

    private static String inWords(JsonNode item) {
        return "%s %s→%s"
                .formatted(
                        item.path("itemCode").asString(),
                        item.path("before").path("symbol").asString(),
                        item.path("after").path("symbol").asString());
    }
}
