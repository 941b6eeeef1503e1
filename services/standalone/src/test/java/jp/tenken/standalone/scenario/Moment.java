package jp.tenken.standalone.scenario;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A point in the history of a municipality.
 *
 * @param sequence of its latest event then
 * @param recordedAt when that was recorded
 */
record Moment(long sequence, Instant recordedAt) {

    /** The latest one, as the feed tells it. */
    static Moment now(Town town) throws Exception {
        JsonNode head = town.integrator().reads("/events/head");
        return new Moment(
                head.path("sequence").asLong(),
                Instant.parse(head.path("recordedAt").asString("")));
    }
}
