package jp.tenken.query.incident.board;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.classified;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.incident;
import static jp.tenken.query.Samples.incidentFacts;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentContractAdded;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a contract that comes to an incident later makes of it, and of all its contracts. */
class AddedContractTest {

    private static final String HERE = "/v1/municipalities/131041";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void itsPersonsAndItsFactsCountForWhatIsSuggestedAndTheClockGoesOn() {
        contracts();
        side.commit(SHINJUKU, facts("c", "{\"handlesSpecialCareInformation\":true}"));
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "a", "b"));
        assertThat(shown().path("suggestedSituations").size()).isZero();
        String clock = shown().path("clock").toString();
        side.at(Instant.parse("2026-04-10T00:00:00Z"));

        side.commit(SHINJUKU, added("c", 81, "a", "b", "c"));

        assertThat(shown().path("personsEstimate").asInt()).isEqualTo(101);
        assertThat(shown().path("suggestedSituations").toString())
                .isEqualTo("[\"special_care_information\",\"more_than_100_persons\"]");
        assertThat(shown().path("clock").toString()).isEqualTo(clock);
        assertThat(
                        shown().path("contracts")
                                .valueStream()
                                .map(c -> c.path("contractId").asString()))
                .containsExactly("a", "b", "c");
        for (String id : List.of("a", "b", "c")) {
            assertThat(status(id, "").path("reasons").path(0).path("due").asString())
                    .isEqualTo("2026-04-30");
        }
        JsonNode before = shown("?asOf=2026-04-09");
        assertThat(before.path("personsEstimate").asInt()).isEqualTo(20);
        assertThat(before.path("suggestedSituations").size()).isZero();
        assertThat(words("c", "?asOf=2026-04-09")).doesNotContain("incident_open");
    }

    @Test
    void itIsOverdueWithTheOthersThoughItCameWhenTheyWereAlready() {
        contracts();
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "a", "b"));
        side.commit(
                SHINJUKU,
                classified("i1", List.of(ReportableSituation.SPECIAL_CARE_INFORMATION), "a", "b"));
        side.at(Instant.parse("2026-05-10T00:00:00Z"));

        side.commit(SHINJUKU, added("c", null, "a", "b", "c"));

        for (String id : List.of("a", "b", "c")) {
            assertThat(words(id, "")).startsWith("incident_open", "overdue");
            assertThat(status(id, "").path("reasons").path(1).path("since").asString())
                    .isEqualTo("2026-04-30T15:00:00Z");
        }
        assertThat(words("c", "?asOf=2026-05-09")).doesNotContain("overdue");
    }

    @Test
    void whatIsLearnedAfterwardsMovesTheClockOfAll() {
        contracts();
        side.commit(SHINJUKU, incident("i1", "2026-04-01T00:00:00Z", "a", "b"));
        side.commit(SHINJUKU, added("c", 1, "a", "b", "c"));
        side.commit(
                SHINJUKU,
                new IncidentFactsRevised(
                        IncidentId.of("i1"),
                        2,
                        Stream.of("a", "b", "c")
                                .map(id -> new IncidentContract(ContractId.of(id), 2))
                                .toList(),
                        incidentFacts("2026-04-02T00:00:00Z")));

        assertThat(shown().path("clock").path("finalDue").asString()).isEqualTo("2026-05-01");
        assertThat(shown().path("revisions").path(1).path("contracts").size()).isEqualTo(3);
        for (String id : List.of("a", "b", "c")) {
            assertThat(status(id, "").path("reasons").path(0).path("due").asString())
                    .isEqualTo("2026-05-01");
        }
    }

    private void contracts() {
        for (String id : List.of("a", "b", "c")) {
            side.commit(SHINJUKU, registered(id, id, "0101"), opened(id));
        }
    }

    private static IncidentContractAdded added(
            String contract, @Nullable Integer persons, String... all) {
        return new IncidentContractAdded(
                IncidentId.of("i1"),
                new IncidentContract(ContractId.of(contract), persons),
                Stream.of(all).map(ContractId::of).toList());
    }

    private JsonNode shown(String... query) {
        return side.get(OFFICER, HERE + "/incidents/i1" + String.join("", query)).json();
    }

    private JsonNode status(String id, String query) {
        return side.get(OFFICER, HERE + "/contracts/" + id + "/status" + query).json();
    }

    private List<String> words(String id, String query) {
        return status(id, query)
                .path("reasons")
                .valueStream()
                .map(reason -> reason.path("status").asString())
                .toList();
    }
}
