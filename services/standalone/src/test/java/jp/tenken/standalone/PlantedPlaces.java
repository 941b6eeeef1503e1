package jp.tenken.standalone;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every place in which somebody can give a name or write freely, as requests in the order of a
 * journey, and every read that is meant to show such words. Whoever adds a place adds it here.
 *
 * <p>In a body each {@link #PLANT} becomes words that occur nowhere else; a {@code $word} in path
 * or body is the id of an earlier answer. Every route is one of the program's.
 */
final class PlantedPlaces {

    /** What becomes recognisable words. */
    static final String PLANT = "<plant>";

    private static final String CONTRACTS = "/v1/municipalities/{code}/contracts";
    private static final String CHECKLIST = CONTRACTS + "/{id}/checklist";
    private static final String INCIDENTS = "/v1/municipalities/{code}/incidents";
    private static final String CONSULTATIONS = "/v1/municipalities/{code}/consultations";
    private static final String EDITIONS = "/v1/municipalities/{code}/policy-editions";
    private static final String COMMENT = "{\"comment\":\"<plant>\"}";

    private PlantedPlaces() {}

    /**
     * A request.
     *
     * @param role whose token; every role's token has a planted name
     * @param method of HTTP
     * @param template as the endpoint is registered
     * @param id what stands for {@code {id}}
     * @param body as JSON
     * @param keep under which word the answer's id is known afterwards; null = not needed
     */
    record Step(
            String role,
            String method,
            String template,
            String id,
            String body,
            @Nullable String keep) {

        String route() {
            return method + " " + template;
        }
    }

    /** The reads that are meant to show names and texts, by route. */
    static Set<String> shownBy() {
        return Set.of(
                "GET /v1/municipalities/{code}/history",
                "GET " + CONTRACTS + "/{id}/history",
                "GET " + CHECKLIST,
                "GET " + CHECKLIST + "/diff",
                "GET " + INCIDENTS,
                "GET " + INCIDENTS + "/{id}",
                "GET " + CONSULTATIONS,
                "GET " + CONSULTATIONS + "/{id}");
    }

    /** The journey. */
    static List<Step> steps() {
        return List.of(
                step(
                        "department-staff",
                        CHECKLIST + "/revisions",
                        "$contract",
                        "{\"kind\":\"correction\",\"reason\":\"対照の理由\"}",
                        null),
                decision(),
                step("department-staff", CHECKLIST + "/submission", "$contract", COMMENT, null),
                step(
                        "department-staff",
                        CHECKLIST + "/submission-withdrawal",
                        "$contract",
                        COMMENT,
                        null),
                step("department-staff", CHECKLIST + "/submission", "$contract", COMMENT, null),
                step("department-head", CHECKLIST + "/send-back", "$contract", COMMENT, null),
                step("department-staff", CHECKLIST + "/submission", "$contract", COMMENT, null),
                step("department-head", CHECKLIST + "/approval", "$contract", COMMENT, null),
                step("security-officer", CHECKLIST + "/confirmation", "$contract", COMMENT, null),
                step(
                        "department-staff",
                        CONTRACTS + "/{id}/incidents",
                        "$contract",
                        "{\"learnedAt\":\"2026-10-01T00:00:00Z\",\"summary\":\"<plant>\","
                                + "\"dataItems\":[\"<plant>\",\"<plant>\"]}",
                        "incident"),
                step(
                        "department-staff",
                        INCIDENTS + "/{id}/facts",
                        "$incident",
                        "{\"contracts\":[{\"contractId\":\"$contract\"}],"
                                + "\"learnedAt\":\"2026-10-01T00:00:00Z\",\"summary\":\"<plant>\","
                                + "\"dataItems\":[\"<plant>\"]}",
                        null),
                step(
                        "department-head",
                        INCIDENTS + "/{id}/classification",
                        "$incident",
                        "{\"situations\":[],\"reason\":\"<plant>\"}",
                        null),
                step("department-head", INCIDENTS + "/{id}/closure", "$incident", COMMENT, null),
                step(
                        "department-staff",
                        CONTRACTS + "/{id}/incidents",
                        "$contract",
                        "{\"learnedAt\":\"2026-10-02T00:00:00Z\",\"summary\":\"<plant>\"}",
                        "mistaken"),
                step(
                        "department-head",
                        INCIDENTS + "/{id}/withdrawal",
                        "$mistaken",
                        "{\"reason\":\"<plant>\"}",
                        null),
                consultation("agreed"),
                step(
                        "department-staff",
                        CONSULTATIONS + "/{id}/proposals",
                        "$agreed",
                        "{\"proposal\":\"<plant>\"}",
                        null),
                step(
                        "department-head",
                        CONSULTATIONS + "/{id}/agreement",
                        "$agreed",
                        "{\"measures\":\"<plant>\",\"effectiveOn\":\"2026-10-10\","
                                + "\"itemCodes\":[\"SYS-11\"]}",
                        null),
                step("department-head", CONSULTATIONS + "/{id}/closure", "$agreed", COMMENT, null),
                consultation("refused"),
                step(
                        "department-head",
                        CONSULTATIONS + "/{id}/refusal",
                        "$refused",
                        "{\"reason\":\"<plant>\"}",
                        null),
                consultation("withdrawn"),
                step(
                        "department-head",
                        CONSULTATIONS + "/{id}/withdrawal",
                        "$withdrawn",
                        "{\"reason\":\"<plant>\"}",
                        null),
                new Step(
                        "security-officer",
                        "PUT",
                        EDITIONS + "/{id}",
                        "policy-1",
                        "{\"kind\":\"security_policy\",\"titleJa\":\"情報セキュリティポリシー\","
                                + "\"edition\":\"第2版\",\"effectiveOn\":\"2026-10-01\"}",
                        null),
                step(
                        "security-officer",
                        EDITIONS + "/{id}/consultations",
                        "policy-1",
                        "{\"contractIds\":[\"$contract\"],\"proposal\":\"<plant>\"}",
                        null));
    }

    /** Requests that are turned down: what was in them must not come back, or into a log. */
    static List<Step> refused() {
        String long500 = "あ".repeat(500);
        return List.of(
                step(
                        "department-staff",
                        CHECKLIST + "/submission",
                        "$contract",
                        "{\"comment\":\"<plant>" + "あ".repeat(10_000) + "\"}",
                        null),
                step(
                        "department-staff",
                        CONTRACTS + "/{id}/incidents",
                        "$contract",
                        "{\"learnedAt\":\"<plant>\",\"summary\":\"<plant>\"}",
                        null),
                step(
                        "department-staff",
                        INCIDENTS,
                        "",
                        "{\"learnedAt\":\"2026-10-01T00:00:00Z\",\"summary\":[\"<plant>\"]}",
                        null),
                step(
                        "department-staff",
                        CHECKLIST + "/submission",
                        "$contract",
                        "{\"onBehalfOf\":\"<plant>\"}",
                        null),
                step(
                        "security-officer",
                        CHECKLIST + "/confirmation",
                        "$contract",
                        "{\"onBehalfOf\":\"<plant>\"}",
                        null),
                put("department-staff", "{\"answer\":\"<plant>\"}"),
                put("department-staff", "{\"answer\":\"implement\",\"note\":\"<plant>"),
                put(
                        "department-staff",
                        "{\"answer\":\"not_needed\",\"reason\":\"<plant>" + long500 + "\"}"),
                put("department-staff", "{\"answer\":\"implement\",\"note\":{\"a\":\"<plant>\"}}"),
                put("auditor", "{\"answer\":\"implement\",\"note\":\"<plant>\"}"),
                step(
                        "administrator",
                        "/v1/municipalities/{code}/events/{eventId}/redaction",
                        "",
                        "{\"reason\":\"<plant>\"}",
                        null));
    }

    private static Step decision() {
        return new Step(
                "department-staff",
                "PUT",
                CHECKLIST + "/items/{itemCode}/decision",
                "$contract",
                "{\"answer\":\"not_needed\",\"reason\":\"対照の理由\",\"note\":\"対照の覚書\"}",
                null);
    }

    private static Step consultation(String keep) {
        return step(
                "department-staff",
                CONTRACTS + "/{id}/consultations",
                "$contract",
                "{\"topic\":\"measure_change\",\"subject\":\"<plant>\",\"proposal\":\"<plant>\","
                        + "\"itemCodes\":[\"SYS-11\"]}",
                keep);
    }

    private static Step put(String role, String body) {
        return new Step(
                role, "PUT", CHECKLIST + "/items/{itemCode}/decision", "$contract", body, null);
    }

    private static Step step(
            String role, String template, String id, String body, @Nullable String keep) {
        return new Step(role, "POST", template, id, body, keep);
    }
}
