package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was read in the course of a story, with the point in history at which it was answered. At
 * the end the same is read as it was then.
 */
final class Chronicle {

    private record Asked(Person reader, String path, Moment at) {}

    private record Answered(String scene, JsonNode answer) {}

    private final Town town;
    private final Town neighbour;
    private final FeedFollower feed;
    private final Standings standings = new Standings();
    private final Map<Asked, Answered> answers = new LinkedHashMap<>();
    private final Map<Long, Instant> recorded = new HashMap<>();
    private Moment latest;
    private boolean told = true;

    /**
     * Of a story.
     *
     * @param town where it plays; everything in it is in order
     * @param neighbour another municipality, in which everything is in order all the time
     */
    Chronicle(Town town, Town neighbour) throws Exception {
        this.town = town;
        this.neighbour = neighbour;
        this.feed = new FeedFollower(town.integrator());
        feed.arrived(town.sequence());
        latest = Moment.now(town);
        town.contracts().forEach(contract -> standings.stands(contract, List.of("in_order")));
    }

    /** How things stand now; ends with {@link Scene#happened}. */
    Scene scene(String name) throws Exception {
        assertThat(told).as("the scene before this is told to its end: " + name).isTrue();
        told = false;
        Moment before = latest;
        latest = Moment.now(town);
        assertThat(latest.sequence()).as("every answer was in the feed").isEqualTo(town.sequence());
        return new Scene(name, this, town, neighbour, before, latest);
    }

    /** What people expect to see. */
    Standings standings() {
        return standings;
    }

    /** Reads it, once in a scene, with all that is written by now, and keeps the answer. */
    JsonNode read(String scene, Person reader, String path) throws Exception {
        Asked asked = new Asked(reader, path, latest);
        Answered known = answers.get(asked);
        if (known == null) {
            known = new Answered(scene, reader.reads(path));
            answers.put(asked, known);
        }
        return known.answer();
    }

    /** The events that the feed brought since the scene before; ends a scene. */
    List<JsonNode> arrived() throws Exception {
        told = true;
        List<JsonNode> events = feed.arrived(latest.sequence());
        for (JsonNode event : events) {
            recorded.put(
                    Long.valueOf(event.path("sequence").asString()),
                    Instant.parse(event.path("recordedat").asString()));
        }
        return events;
    }

    /** Every answer once more, as it was then: from the event before it on, and until the next. */
    void isReadAgainAsItWas() throws Exception {
        assertThat(told).isTrue();
        assertThat(answers).isNotEmpty();
        for (Asked asked : answers.keySet()) {
            isReadAgain(asked, asked.at().recordedAt());
            if (asked.at().sequence() < latest.sequence()) {
                Instant next = Objects.requireNonNull(recorded.get(asked.at().sequence() + 1));
                isReadAgain(asked, next.minus(1, ChronoUnit.MICROS));
            }
        }
    }

    private void isReadAgain(Asked asked, Instant instant) throws Exception {
        Answered then = Objects.requireNonNull(answers.get(asked));
        String asOf = asked.path() + (asked.path().contains("?") ? "&" : "?") + "asOf=" + instant;
        assertThat(withoutCursor(asked.reader().reads(asOf)))
                .as("%s: %s as of sequence %d", then.scene(), asOf, asked.at().sequence())
                .isEqualTo(withoutCursor(then.answer()));
    }

    /** A cursor belongs to its list, and a list as of an instant is another one. */
    private static JsonNode withoutCursor(JsonNode answer) {
        return answer instanceof ObjectNode page ? page.deepCopy().without("nextCursor") : answer;
    }
}
