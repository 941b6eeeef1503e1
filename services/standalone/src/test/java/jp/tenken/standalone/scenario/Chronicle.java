package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was read in the course of a story, with the sequence and the instant at which it was
 * answered. At the end the same is read as it was then.
 */
final class Chronicle {

    private record Answered(
            String scene, Person reader, String path, long sequence, Instant at, JsonNode answer) {}

    private final Town town;
    private final Town neighbour;
    private final FeedFollower feed;
    private final List<Answered> answers = new ArrayList<>();

    /**
     * Of a story.
     *
     * @param town where it plays
     * @param neighbour another municipality, in which everything is in order all the time
     */
    Chronicle(Town town, Town neighbour) throws Exception {
        this.town = town;
        this.neighbour = neighbour;
        this.feed = new FeedFollower(town.integrator());
        feed.arrived(town.sequence());
    }

    /** How things stand now. */
    Scene scene(String name) {
        return new Scene(name, this, town, neighbour);
    }

    /** Reads it, with all that is written by now, and keeps the answer. */
    JsonNode read(String scene, Person reader, String path) throws Exception {
        JsonNode answer = reader.reads(path);
        answers.add(new Answered(scene, reader, path, town.sequence(), Instant.now(), answer));
        return answer;
    }

    /** What the feed brought since somebody last asked. */
    List<String> arrived() throws Exception {
        return feed.arrived(town.sequence());
    }

    /** Every answer once more, as it was then. */
    void isReadAgainAsItWas() throws Exception {
        assertThat(answers).isNotEmpty();
        for (Answered then : answers) {
            String asOf = then.path() + (then.path().contains("?") ? "&" : "?") + "asOf=";
            assertThat(withoutCursor(then.reader().reads(asOf + then.at())))
                    .as("%s: %s as of sequence %d", then.scene(), then.path(), then.sequence())
                    .isEqualTo(withoutCursor(then.answer()));
        }
    }

    /** A cursor belongs to its list, and a list as of an instant is another one. */
    private static JsonNode withoutCursor(JsonNode answer) {
        return answer instanceof ObjectNode page ? page.deepCopy().without("nextCursor") : answer;
    }
}
