package jp.tenken.query.contract.status;

import static jp.tenken.query.Samples.SHINJUKU;
import static jp.tenken.query.Samples.allImplemented;
import static jp.tenken.query.Samples.classified;
import static jp.tenken.query.Samples.consultation;
import static jp.tenken.query.Samples.incident;
import static jp.tenken.query.Samples.incidentClosed;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.incident.ReportableSituation;
import jp.tenken.query.Callers;
import jp.tenken.query.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which contracts a filter finds: those of a status, or those with a reason for one, then. */
class FoundByStatusTest {

    private static final String PATH = "/v1/municipalities/131041/contracts";
    private static final Caller OFFICER = Callers.of(SHINJUKU, Role.SECURITY_OFFICER);

    private final ReadSide side = new ReadSide();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void whatIsOverdueIsFoundThoughItsIncidentIsOpenAndOnlyOnceItIs() {
        late("c1");
        side.at(Instant.parse("2026-04-30T14:59:59Z"));
        assertThat(found("reason=overdue")).isEmpty();

        side.at(Instant.parse("2026-04-30T15:00:00Z"));
        assertThat(found("reason=overdue")).containsExactly("c1");
        assertThat(found("reason=incident_open")).containsExactly("c1");
        assertThat(statuses("reason=overdue")).as("the worst").containsExactly("incident_open");
        assertThat(found("reason=overdue&asOf=2026-04-30")).isEmpty();
        assertThat(found("reason=overdue&asOf=2026-04-30T15:00:00Z")).containsExactly("c1");

        side.at(Instant.parse("2026-05-02T00:00:00Z"));
        side.commit(SHINJUKU, incidentClosed("i-c1", "c1"));
        assertThat(found("reason=overdue")).isEmpty();
        assertThat(found("reason=overdue&asOf=2026-04-30T15:00:00Z")).containsExactly("c1");
    }

    @Test
    void whatHasSeveralReasonsIsFoundByEachAndCountedWithEach() {
        side.commit(SHINJUKU, registered("c1", "1", "0101"), opened("c1"));
        side.commit(SHINJUKU, consultation("k1", "c1", "SYS-12"));
        side.commit(SHINJUKU, registered("c2", "2", "0101"), opened("c2"));

        assertThat(found("reason=consultation_open")).containsExactly("c1");
        assertThat(found("reason=undecided_items")).containsExactly("c1", "c2");
        assertThat(found("reason=in_order")).isEmpty();
        JsonNode counts =
                side.get(OFFICER, "/v1/municipalities/131041/status").json().path("counts");
        assertThat(counts.path("statuses").path("undecided_items").asInt()).isEqualTo(1);
        for (ContractStatus status : ContractStatus.values()) {
            assertThat(counts.path("reasons").path(status.word()).asInt())
                    .as(status.word())
                    .isEqualTo(found("reason=" + status.word()).size());
        }
    }

    @Test
    void aStatusIsTheWorstReasonAndNoOther() {
        late("c1");
        side.commit(SHINJUKU, registered("c2", "2", "0101"), opened("c2"));
        side.commit(SHINJUKU, registered("c3", "3", "0101"), opened("c3"));
        side.commit(SHINJUKU, consultation("k3", "c3", "SYS-12"));
        side.at(Instant.parse("2026-05-10T00:00:00Z"));

        assertThat(found("status=overdue")).isEmpty();
        assertThat(found("status=incident_open")).containsExactly("c1");
        assertThat(found("status=undecided_items")).containsExactly("c2");
        assertThat(found("reason=undecided_items")).containsExactly("c2", "c3");
        assertThat(found("status=consultation_open&reason=undecided_items")).containsExactly("c3");
        assertThat(found("status=undecided_items&reason=consultation_open")).isEmpty();
        for (ContractStatus status : ContractStatus.values()) {
            assertThat(new HashSet<>(statuses("status=" + status.word())))
                    .isSubsetOf(status.word());
        }
        assertThat(side.get(OFFICER, PATH + "?reason=fine").code()).isEqualTo("parameter-invalid");
    }

    @Test
    void pagesStayWhatTheyAreWhileTheRowsBetweenComeAndGo() {
        for (int i = 10; i < 30; i++) {
            if (i % 3 == 0) {
                late("c" + i);
            } else {
                side.commit(SHINJUKU, registered("c" + i, "c" + i, "0101"), opened("c" + i));
                side.commit(SHINJUKU, allImplemented("c" + i));
                side.commit(SHINJUKU, incident("i-c" + i, "2026-04-01T00:00:00Z", "c" + i));
            }
        }
        side.at(Instant.parse("2026-05-10T00:00:00Z"));
        List<String> late = List.of("c12", "c15", "c18", "c21", "c24", "c27");

        for (String when : List.of("", "&asOf=2026-05-09")) {
            assertThat(found("limit=1&reason=overdue" + when)).isEqualTo(late);
            assertThat(found("limit=2&reason=overdue" + when)).isEqualTo(late);
            assertThat(found("limit=500&reason=overdue" + when)).isEqualTo(late);
        }
        JsonNode page = side.get(OFFICER, PATH + "?limit=2&reason=overdue").json();
        side.commit(SHINJUKU, incidentClosed("i-c12", "c12"));
        side.commit(SHINJUKU, incidentClosed("i-c18", "c18"));
        String next = "&cursor=" + page.path("nextCursor").asString();
        assertThat(side.get(OFFICER, PATH + "?limit=9&reason=overdue" + next).items("id"))
                .containsExactly("c21", "c24", "c27");
    }

    /** A contract whose classified incident has its final report due on 30 April. */
    private void late(String id) {
        side.commit(SHINJUKU, registered(id, id, "0101"), opened(id));
        side.commit(SHINJUKU, allImplemented(id));
        side.commit(SHINJUKU, incident("i-" + id, "2026-04-01T00:00:00Z", id));
        side.commit(
                SHINJUKU,
                classified("i-" + id, List.of(ReportableSituation.SPECIAL_CARE_INFORMATION), id));
    }

    private List<String> found(String query) {
        return all(query, "id");
    }

    private List<String> statuses(String query) {
        return all(query, "status");
    }

    private List<String> all(String query, String field) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            var reply = side.get(OFFICER, PATH + "?" + query + cursor);
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
            all.addAll(reply.items(field));
            JsonNode next = reply.json().path("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return all;
    }
}
