package jp.tenken.integration.feed.pull;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tenken.integration.Deliveries.SHIBUYA;
import static jp.tenken.integration.Deliveries.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import jp.tenken.eventstore.TenantHead;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.integration.Deliveries;
import jp.tenken.integration.Deliveries.Reply;
import jp.tenken.kernel.Role;
import jp.tenken.kernel.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the feed gives, and to whom. */
class PullEndpointTest {

    private static final String CURSOR = "Tenken-Next-Cursor";
    private static final String MORE = "Tenken-Has-More";
    private static final String SCANNED = "Tenken-Scanned-Sequence";

    private final Deliveries feed = new Deliveries();

    @AfterEach
    void closeTheLog() {
        feed.close();
    }

    @Test
    void anEventIsACloudEventAroundTheBytesThatWereStored() {
        String odd =
                "{ \"itemCode\":\"OPS-06\",   \"reason\": \"\\u00e9\", \"big\": 1.10, \"語\":\"－\"}";
        feed.commit(SHINJUKU, feed.registered("c1", "0101"));
        feed.commit(
                SHINJUKU,
                feed.event(
                        "tenken.checklist.ItemDecided", odd, "contract", "c1", "item", "OPS-06"));

        Reply reply = feed.pull(SHINJUKU);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/cloudevents-batch+json");
        assertThat(reply.text()).contains("\"data\":" + odd + "}");
        CloudEvent event =
                new JsonFormat().deserialize(reply.json().get(1).toString().getBytes(UTF_8));
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo("event-2");
        assertThat(event.getSource()).hasToString("/municipalities/131041");
        assertThat(event.getType()).isEqualTo("tenken.checklist.ItemDecided");
        assertThat(event.getSubject()).isEqualTo("c1");
        assertThat(instant(event.getTime())).isEqualTo(Deliveries.BEGIN.plusSeconds(1));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getDataSchema())
                .hasToString("/schemas/tenken.checklist.ItemDecided/1.json");
        assertThat(event.getExtension("sequence")).isEqualTo("00000000000000000002");
        assertThat(Instant.parse(extension(event, "recordedat")))
                .isEqualTo(Deliveries.BEGIN.plusSeconds(1));
        assertThat(event.getExtension("municipalitycode")).isEqualTo("131041");
        assertThat(event.getExtension("departmentcode")).isEqualTo("0101");
        assertThat(event.getExtension("partitionkey")).isEqualTo("131041");
        assertThat(event.getExtensionNames()).hasSize(5);
    }

    private static Instant instant(@org.jspecify.annotations.Nullable OffsetDateTime time) {
        return Objects.requireNonNull(time).toInstant();
    }

    private static String extension(CloudEvent event, String name) {
        return String.valueOf(event.getExtension(name));
    }

    @Test
    void whatSomebodyWantedToRememberIsDeliveredToNobody() {
        for (String type : List.of("ItemDecided", "ItemDecisionRevised")) {
            feed.commit(
                    SHINJUKU,
                    feed.event(
                            "tenken.checklist." + type,
                            "{\"contractId\":\"c1\",\"changeReason\":\"移転\",\"note\":\"佐藤様に確認済み\"}",
                            "contract",
                            "c1"));
        }

        Reply reply = feed.pull(SHINJUKU);

        assertThat(reply.text()).doesNotContain("佐藤").doesNotContain("note");
        assertThat(reply.json().get(0).path("data").toString())
                .isEqualTo("{\"contractId\":\"c1\",\"changeReason\":\"移転\"}");
        assertThat(reply.json().get(1).path("data")).isEqualTo(reply.json().get(0).path("data"));
    }

    @Test
    void nobodyWhoActedIsNamed() {
        feed.commit(SHINJUKU, feed.registered("c1", "0101"));

        assertThat(feed.pull(SHINJUKU).text()).doesNotContain("tanaka").doesNotContain("auditor");
    }

    @Test
    void everyAreaSaysWhatItIsAbout() {
        feed.commit(
                SHINJUKU,
                feed.established("0101"),
                feed.event("tenken.municipality.TemplateAdopted", "{}", "municipality", "self"),
                feed.registered("c1", "0101"),
                feed.event(
                        "tenken.incident.IncidentReported",
                        "{}",
                        "incident",
                        "i1",
                        "contract",
                        "c1",
                        "contract",
                        "c2"),
                feed.event(
                        "tenken.consultation.ConsultationOpened",
                        "{}",
                        "consultation",
                        "k1",
                        "contract",
                        "c1",
                        "incident",
                        "i1"));

        assertThat(feed.pull(SHINJUKU).events("subject"))
                .containsExactly("0101", "", "c1", "i1", "k1");
    }

    @Test
    void eachMunicipalityCountsForItselfWithoutAGap() {
        for (int i = 0; i < 20; i++) {
            feed.commit(SHINJUKU, feed.decided("c" + i, "OPS-01"), feed.decided("c" + i, "OPS-02"));
            feed.commit(SHIBUYA, feed.decided("c" + i, "OPS-03"));
        }

        Reply shinjuku = feed.pull(SHINJUKU, "limit", "500");
        Reply shibuya = feed.pull(SHIBUYA, "limit", "500");

        assertThat(shinjuku.sequences()).isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
        assertThat(shibuya.sequences()).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(shinjuku.events("municipalitycode")).containsOnly("131041");
        assertThat(shibuya.text()).doesNotContain("OPS-01").doesNotContain("131041");
    }

    @Test
    void aPageSaysWhereTheNextBeginsAndWhetherThereIsOne() {
        feed.commit(SHINJUKU, feed.established("0101"), feed.established("0102"));
        feed.commit(SHINJUKU, feed.established("0103"));

        Reply first = feed.pull(SHINJUKU, "limit", "1");
        Reply second = feed.pull(SHINJUKU, "limit", "2", "after", first.header(CURSOR));
        Reply behind = feed.pull(SHINJUKU, "after", second.header(CURSOR));

        assertThat(first.sequences()).containsExactly(1L);
        assertThat(first.header(MORE)).isEqualTo("true");
        assertThat(first.header(SCANNED)).isEqualTo("1");
        assertThat(second.sequences()).containsExactly(2L, 3L);
        assertThat(second.header(MORE)).isEqualTo("false");
        assertThat(behind.text()).isEqualTo("[]");
        assertThat(behind.header(MORE)).isEqualTo("false");
        assertThat(behind.header(SCANNED)).isEqualTo("3");

        feed.commit(SHINJUKU, feed.established("0104"));
        assertThat(feed.pull(SHINJUKU, "after", behind.header(CURSOR)).sequences())
                .containsExactly(4L);
    }

    @Test
    void aPageHasFiftyEventsUnlessItIsAskedForOthersAndNeverMoreThanFiveHundred() {
        for (int i = 0; i < 60; i++) {
            feed.commit(SHINJUKU, feed.established("01" + i));
        }
        assertThat(feed.pull(SHINJUKU).json()).hasSize(50);
        assertThat(feed.pull(SHINJUKU, "limit", "500").json()).hasSize(60);
        for (String limit : List.of("0", "501", "-1", "x")) {
            Reply reply = feed.pull(SHINJUKU, "limit", limit);
            assertThat(reply.status()).as(limit).isEqualTo(400);
            assertThat(reply.code()).as(limit).isEqualTo("limit-invalid");
        }
    }

    @Test
    void aFilterMovesTheCursorAlsoOverWhatNobodyWanted() {
        feed.commit(SHINJUKU, feed.established("0101"));
        feed.commit(SHINJUKU, feed.registered("c1", "0101"), feed.registered("c2", "0102"));
        feed.commit(SHINJUKU, feed.decided("c1", "OPS-01"), feed.decided("c2", "OPS-01"));

        Reply decided =
                feed.pull(
                        SHINJUKU,
                        "types",
                        "tenken.checklist.ItemDecided,tenken.checklist.ChecklistOpened");
        Reply ofContract = feed.pull(SHINJUKU, "contractId", "c2");
        Reply ofDepartment = feed.pull(SHINJUKU, "departmentCode", "0101");
        Reply ofBoth =
                feed.pull(
                        SHINJUKU,
                        "departmentCode",
                        "0102",
                        "types",
                        "tenken.contract.ContractRegistered");
        Reply ofNobody = feed.pull(SHINJUKU, "contractId", "c9");

        assertThat(decided.sequences()).containsExactly(4L, 5L);
        assertThat(ofContract.sequences()).containsExactly(3L, 5L);
        assertThat(ofDepartment.sequences()).containsExactly(1L, 2L, 4L);
        assertThat(ofDepartment.events("departmentcode")).containsOnly("0101");
        assertThat(ofDepartment.header(SCANNED)).isEqualTo("5");
        assertThat(ofBoth.sequences()).containsExactly(3L);
        assertThat(ofNobody.sequences()).isEmpty();
        assertThat(ofNobody.header(SCANNED)).isEqualTo("5");
        assertThat(feed.pull(SHINJUKU, "after", ofNobody.header(CURSOR)).sequences()).isEmpty();
        assertThat(feed.pull(SHINJUKU, "contractId", "c2", "limit", "1").header(SCANNED))
                .isEqualTo("3");
    }

    @Test
    void anEventBelongsToTheDepartmentThatItsContractHadThen() {
        feed.commit(SHINJUKU, feed.registered("c1", "0101"), feed.decided("c1", "OPS-01"));
        assertThat(feed.pull(SHINJUKU).events("departmentcode")).containsExactly("0101", "0101");
        feed.commit(
                SHINJUKU,
                feed.decided("c1", "OPS-02"),
                feed.transferred("c1", "0101", "0102"),
                feed.decided("c1", "OPS-03"));
        feed.commit(SHINJUKU, feed.transferred("c1", "0102", "0103"), feed.decided("c1", "OPS-04"));

        assertThat(feed.pull(SHINJUKU).events("departmentcode"))
                .containsExactly("0101", "0101", "0101", "0102", "0102", "0103", "0103");
        assertThat(feed.pull(SHINJUKU, "departmentCode", "0101").sequences())
                .as("with the event by which it left")
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(feed.pull(SHINJUKU, "departmentCode", "0102").sequences())
                .containsExactly(4L, 5L, 6L);
        assertThat(feed.pull(SHINJUKU, "departmentCode", "0103").sequences())
                .containsExactly(6L, 7L);
    }

    @Test
    void anEventOverContractsOfSeveralDepartmentsIsFoundUnderEachAndBelongsToNone() {
        feed.commit(SHINJUKU, feed.registered("c1", "0101"), feed.registered("c2", "0102"));
        feed.commit(
                SHINJUKU,
                feed.event(
                        "tenken.incident.IncidentReported",
                        "{}",
                        "incident",
                        "i1",
                        "contract",
                        "c1",
                        "contract",
                        "c2"));

        assertThat(feed.pull(SHINJUKU).events("departmentcode"))
                .containsExactly("0101", "0102", "");
        assertThat(feed.pull(SHINJUKU, "departmentCode", "0102").sequences())
                .containsExactly(2L, 3L);
        assertThat(feed.pull(SHINJUKU, "contractId", "c1").sequences()).containsExactly(1L, 3L);
    }

    @Test
    void aFilterMayChangeBehindTheSameCursor() {
        feed.commit(SHINJUKU, feed.registered("c1", "0101"), feed.registered("c2", "0102"));
        String cursor = feed.pull(SHINJUKU, "contractId", "c1", "limit", "1").header(CURSOR);

        assertThat(feed.pull(SHINJUKU, "after", cursor, "departmentCode", "0102").sequences())
                .containsExactly(2L);
    }

    @Test
    void whatIsNotOfItsFormIsRefused() {
        feed.commit(SHINJUKU, feed.established("0101"));
        refused("event-type-unknown", "types", "tenken.checklist.ItemDeleted");
        refused("event-type-unknown", "types", "tenken.checklist.ItemDecided,");
        refused("contract-id-invalid", "contractId", "c 1");
        refused("department-code-invalid", "departmentCode", "課");
        refused("wait-invalid", "wait", "31");
        refused("wait-invalid", "wait", "-1");
        refused("wait-invalid", "wait", "1s");
        refused("parameter-unknown", "cursor", "x");
    }

    private void refused(String code, String parameter, String value) {
        Reply reply = feed.pull(SHINJUKU, parameter, value);
        assertThat(reply.status()).as(parameter + "=" + value).isEqualTo(400);
        assertThat(reply.code()).as(parameter + "=" + value).isEqualTo(code);
        assertThat(reply.json().path("violations").path(0).path("field").asString())
                .isEqualTo(parameter);
    }

    @Test
    void aCursorOfAnotherMunicipalityOrNobodyIsRefused() {
        feed.commit(SHINJUKU, feed.established("0101"));
        feed.commit(SHIBUYA, feed.established("0101"));
        String own = feed.pull(SHINJUKU).header(CURSOR);
        String forged = own.substring(0, own.length() - 2) + (own.endsWith("AA") ? "BB" : "AA");

        assertThat(feed.pull(SHINJUKU, "after", own).status()).isEqualTo(200);
        refused("cursor-invalid", "after", feed.pull(SHIBUYA).header(CURSOR));
        refused("cursor-invalid", "after", forged);
        refused("cursor-invalid", "after", "1");
        refused("cursor-invalid", "after", "x".repeat(1_000));
    }

    @Test
    void theHeadIsTheLastEventOfTheMunicipality() {
        feed.commit(SHINJUKU, feed.established("0101"), feed.established("0102"));
        feed.commit(SHIBUYA, feed.established("0101"));
        TenantHead head =
                Await.value(feed.log().log().tenantHead(TenantId.derivedFrom(SHINJUKU).value()));

        Reply reply =
                feed.get(
                        Deliveries.caller(SHINJUKU, Role.AUDITOR),
                        "/v1/municipalities/131041/events/head");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("sequence").asLong()).isEqualTo(2);
        assertThat(reply.json().path("recordedAt").asString())
                .isEqualTo(Deliveries.BEGIN.toString());
        assertThat(reply.json().path("hash").asString()).isEqualTo(head.hash().hex());
        assertThat(reply.json()).hasSize(3);
    }

    @Test
    void onlyWhoMayReadTheWholeMunicipalityReadsItsFeed() {
        feed.commit(SHINJUKU, feed.established("0101"));
        for (String path : List.of("/events", "/events/head")) {
            for (Role role : Role.values()) {
                int expected =
                        switch (role) {
                            case ADMINISTRATOR, SECURITY_OFFICER, AUDITOR, INTEGRATOR -> 200;
                            default -> 403;
                        };
                assertThat(
                                feed.get(
                                                Deliveries.caller(SHINJUKU, role),
                                                "/v1/municipalities/131041" + path)
                                        .status())
                        .as("%s as %s", path, role)
                        .isEqualTo(expected);
                assertThat(
                                feed.get(
                                                Deliveries.caller(SHIBUYA, role),
                                                "/v1/municipalities/131041" + path)
                                        .status())
                        .as("%s as another municipality's %s", path, role)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aMunicipalityThatIsNotOnboardedHasNoFeed() {
        feed.commit(SHIBUYA, feed.established("0101"));

        assertThat(feed.pull(SHINJUKU).code()).isEqualTo("municipality-not-found");
        assertThat(feed.pull(SHINJUKU, "wait", "30").code()).isEqualTo("municipality-not-found");
        assertThat(
                        feed.get(
                                        Deliveries.caller(SHINJUKU, Role.INTEGRATOR),
                                        "/v1/municipalities/131041/events/head")
                                .code())
                .isEqualTo("municipality-not-found");
    }

    @Test
    void whoAsksForJsonGetsTheSameBatchAsJson() {
        feed.commit(SHINJUKU, feed.established("0101"));
        Reply batch = feed.pull(SHINJUKU);

        Reply json =
                feed.get(
                        Deliveries.caller(SHINJUKU, Role.INTEGRATOR),
                        "/v1/municipalities/131041/events",
                        "Accept",
                        "application/json");

        assertThat(json.status()).isEqualTo(200);
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
        assertThat(json.text()).isEqualTo(batch.text());
        for (String accepted : new String[] {"*/*", "application/*"}) {
            assertThat(
                            feed.get(
                                            Deliveries.caller(SHINJUKU, Role.INTEGRATOR),
                                            "/v1/municipalities/131041/events",
                                            "Accept",
                                            accepted)
                                    .header("Content-Type"))
                    .isEqualTo("application/cloudevents-batch+json");
        }
    }

    @Test
    void whoAcceptsNoCloudEventsIsToldWhatThereIs() {
        feed.commit(SHINJUKU, feed.established("0101"));

        assertThat(
                        feed.get(
                                        Deliveries.caller(SHINJUKU, Role.INTEGRATOR),
                                        "/v1/municipalities/131041/events",
                                        "Accept",
                                        "text/csv")
                                .status())
                .isEqualTo(406);
    }
}
