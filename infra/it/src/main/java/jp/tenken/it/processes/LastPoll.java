package jp.tenken.it.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import jp.tenken.eventstore.tck.Await;
import jp.tenken.it.Call;
import jp.tenken.it.Identity;
import jp.tenken.it.Patience;
import jp.tenken.it.Reply;
import jp.tenken.it.TenkenHttp;
import jp.tenken.it.Tokens;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Town;

/**
 * Somebody who waits for news at the end of the feed while the service that would bring them is
 * ended: the answer is an empty page with the place from which to go on elsewhere. Used by one
 * thread.
 */
final class LastPoll {

    private static final Pattern WAITING = Pattern.compile("(?m)^tenken_feed_waiting\\S* 1\\.0$");
    private static final String CURSOR = "Tenken-Next-Cursor";

    private final TenkenHttp http;
    private final String token;
    private final String path;
    private final CompletableFuture<Reply> answer;

    private LastPoll(TenkenHttp http, String token, String path) {
        this.http = http;
        this.token = token;
        this.path = path;
        this.answer =
                CompletableFuture.supplyAsync(
                        this::ask, work -> new Thread(work, "last-poll").start());
    }

    /**
     * Begins to wait where nothing happens any more; returns once the service says that it does.
     */
    static LastPoll begin(Member integration, Tokens tokens) throws IOException {
        TenkenHttp http = integration.life().http();
        String token = tokens.of(Identity.of("integrator", Town.SHINJUKU.code()));
        String events = Town.SHINJUKU.path("/events?limit=500");
        Reply page = http.send(Call.get(events).as(token));
        while (page.success() && Boolean.parseBoolean(page.header("Tenken-Has-More"))) {
            String after = "&after=" + page.header(CURSOR);
            page = http.send(Call.get(events + after).as(token));
        }
        LastPoll poll = new LastPoll(http, token, events + "&wait=30&after=" + page.header(CURSOR));
        var unused = Patience.until("somebody waits for news", poll::waits);
        return poll;
    }

    private Reply ask() {
        try {
            return http.send(Call.get(path).as(token));
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    private boolean waits() {
        try {
            Reply meters = http.send(Call.get("/actuator/prometheus"));
            return WAITING.matcher(meters.text()).find();
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    /** After the end of the service. */
    void requireGoodAnswer(Findings findings) {
        Throwable unanswered = Await.outcome(answer);
        if (unanswered != null) {
            findings.add(Kind.PROGRAM, "who waited for news got no answer: " + unanswered);
            return;
        }
        Reply reply = answer.resultNow();
        boolean good =
                reply.status() == 200
                        && reply.text().equals("[]")
                        && !reply.header(CURSOR).isEmpty();
        if (!good) {
            findings.add(Kind.PROGRAM, "who waited for news was answered with " + reply);
        }
    }
}
