package jp.tenken.it.processes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tenken.eventstore.Commit;
import jp.tenken.eventstore.StoredEvent;
import jp.tenken.it.Call;
import jp.tenken.it.Identity;
import jp.tenken.it.Reply;
import jp.tenken.it.Tokens;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.LogContent;
import jp.tenken.it.audit.Town;
import tools.jackson.databind.JsonNode;

/**
 * Whether the feed of a municipality is its log: every event, once, in order, without a gap. Goes
 * on each time where it was before, as a consumer does. Used by one thread.
 */
final class FeedAudit {

    private static final int ATTEMPTS = 60;
    private static final String WAIT_SECONDS = "5";

    private final Member integration;
    private final Tokens tokens;
    private final Findings findings;
    private final Map<Town, String> cursors = new HashMap<>();
    private final Map<Town, List<String>> received = new HashMap<>();

    FeedAudit(Member integration, Tokens tokens, Findings findings) {
        this.integration = integration;
        this.tokens = tokens;
        this.findings = findings;
    }

    /** How many events it has received. */
    long events() {
        return received.values().stream().mapToLong(List::size).sum();
    }

    /** Receives what is new, and compares all that was ever received with the log. */
    void check(LogContent content) throws IOException {
        for (Town town : Town.ALL) {
            List<String> expected = new ArrayList<>();
            for (Commit commit : content.commits()) {
                if (commit.header().tenant().equals(town.tenant())) {
                    commit.events().stream().map(StoredEvent::id).forEach(expected::add);
                }
            }
            List<String> events = received.computeIfAbsent(town, none -> new ArrayList<>());
            receive(town, events, expected.size());
            if (!events.equals(expected)) {
                findings.add(
                        Kind.ANSWERS,
                        "the feed of %s has %d events, its log %d, alike up to %d"
                                .formatted(
                                        town.code(),
                                        events.size(),
                                        expected.size(),
                                        alike(events, expected)));
            }
        }
    }

    private void receive(Town town, List<String> events, int enough) throws IOException {
        String token = tokens.of(Identity.of("integrator", town.code()));
        boolean more = true;
        for (int i = 0; (more || events.size() < enough) && i < ATTEMPTS; ) {
            String cursor = cursors.get(town);
            String query =
                    "/events?limit=500&wait="
                            + WAIT_SECONDS
                            + (cursor == null ? "" : "&after=" + cursor);
            Reply page = integration.life().http().send(Call.get(town.path(query)).as(token));
            if (!page.success()) {
                findings.add(Kind.ANSWERS, "the feed is answered with " + page);
                return;
            }
            for (JsonNode event : page.json()) {
                events.add(event.path("id").asString(""));
                long sequence = Long.parseLong(event.path("sequence").asString("-1"));
                if (sequence != events.size()) {
                    findings.add(
                            Kind.ANSWERS,
                            "the feed of %s has %d as its event %d"
                                    .formatted(town.code(), sequence, events.size()));
                }
            }
            cursors.put(town, page.header("Tenken-Next-Cursor"));
            more = Boolean.parseBoolean(page.header("Tenken-Has-More"));
            i += more ? 0 : 1;
        }
    }

    private static int alike(List<String> one, List<String> other) {
        int i = 0;
        while (i < one.size() && i < other.size() && one.get(i).equals(other.get(i))) {
            i++;
        }
        return i;
    }
}
