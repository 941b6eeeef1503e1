package jp.tenken.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An integrator's program: goes on where it was, and notices any gap. */
final class FeedFollower {

    private final Person integrator;
    private @Nullable String cursor;
    private long sequence;

    /** From the beginning. */
    FeedFollower(Person integrator) {
        this.integrator = integrator;
    }

    /**
     * All events since the last time, oldest first.
     *
     * @param head sequence at which the feed must end
     */
    List<JsonNode> arrived(long head) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        boolean more = true;
        while (more) {
            HttpResponse<String> page =
                    integrator.gets(
                            "/events?limit=500" + (cursor == null ? "" : "&after=" + cursor));
            for (JsonNode event : Program.json(page)) {
                sequence++;
                assertThat(event.path("sequence").asString())
                        .as("dense")
                        .isEqualTo("%020d".formatted(sequence));
                events.add(event);
            }
            cursor = page.headers().firstValue("Tenken-Next-Cursor").orElseThrow();
            more = page.headers().firstValue("Tenken-Has-More").orElseThrow().equals("true");
        }
        assertThat(sequence).as("where the feed ends").isEqualTo(head);
        return events;
    }
}
