package jp.tenken.it.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenken.it.TenkenHttp;
import jp.tenken.it.TenkenProcess;
import jp.tenken.it.audit.Asking;
import jp.tenken.it.audit.Client;
import jp.tenken.it.audit.Crowd;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Ledger;
import jp.tenken.it.audit.LogContent;
import jp.tenken.it.audit.Recorded;
import jp.tenken.it.audit.Write;
import jp.tenken.it.audit.Write.Acknowledged;
import jp.tenken.it.audit.Write.Unknown;

/** All clients of a run, and what they do between a start and a kill. Used by one thread. */
final class Load {

    /** Repeated requests for which the first answer is known. */
    private static final int REPEATED = 24;

    private static final int END_MINUTES = 3;

    private final Ledger ledger;
    private final Findings findings;
    private final Map<Integer, Client> clients = new HashMap<>();
    private final Map<Integer, String> tokens = new HashMap<>();
    private int repeatedUpTo;

    Load(Ledger ledger, Findings findings) {
        this.ledger = ledger;
        this.findings = findings;
    }

    /** Makes the clients, and the contract that those of a town share. */
    void prepare(TenkenHttp http, int count, long seed) throws IOException {
        Asking asking = new Asking(http, () -> false, findings);
        clients.putAll(Crowd.gather(asking, http::token, ledger, count, seed));
    }

    /**
     * After a restart, with the tokens of before: asks again what got no answer and has a key, and
     * some of what got one. Both must come out once.
     *
     * @param content of the log after the kill
     * @return how many writes without an answer were asked again
     */
    int askAgain(TenkenHttp http, LogContent content) {
        Asking asking = new Asking(http, () -> false, findings);
        int asked = 0;
        for (Write write : ledger.unknown()) {
            String token = tokens.get(write.client());
            if (write.key() != null && token != null) {
                Write done = asking.ask(write, token);
                requireRightPlace(done, content);
                ledger.remember(done);
                Objects.requireNonNull(clients.get(write.client())).learn(done);
                asked++;
            }
        }
        repeatSome(asking);
        return asked;
    }

    private void requireRightPlace(Write done, LogContent content) {
        List<Recorded> found = content.byMark().getOrDefault(done.mark(), List.of());
        boolean right =
                switch (done.outcome()) {
                    case Acknowledged acknowledged when found.isEmpty() ->
                            acknowledged.sequence() > content.lastSequence(done.town().tenant());
                    case Acknowledged acknowledged ->
                            acknowledged.sequence() == found.getFirst().sequence();
                    case Write.Refused refused -> found.isEmpty();
                    case Unknown unknown -> true;
                };
        if (!right) {
            findings.add(
                    Kind.ANSWERS, "asked again, %s; in the log before: %s".formatted(done, found));
        }
    }

    private void repeatSome(Asking asking) {
        List<Write> all = ledger.acknowledged();
        List<Write> some =
                all.subList(Math.min(repeatedUpTo, all.size()), all.size()).stream()
                        .filter(write -> write.key() != null && tokens.containsKey(write.client()))
                        .limit(REPEATED)
                        .toList();
        repeatedUpTo = all.size();
        for (Write write : some) {
            Write again = asking.ask(write, tokens.getOrDefault(write.client(), ""));
            if (!(again.outcome() instanceof Acknowledged second
                    && write.outcome() instanceof Acknowledged first
                    && second.sequence() == first.sequence()
                    && second.version() == first.version()
                    && second.id().equals(first.id()))) {
                findings.add(Kind.ANSWERS, "%s, asked again: %s".formatted(write, again.outcome()));
            }
        }
    }

    /** Lets all clients write, and kills the program in the middle of it. */
    void untilKilled(TenkenProcess program, TenkenHttp http, long millis) throws IOException {
        for (Map.Entry<Integer, Client> client : clients.entrySet()) {
            tokens.put(client.getKey(), http.token(client.getValue().identity()));
        }
        AtomicBoolean dying = new AtomicBoolean();
        Asking asking = new Asking(http, dying::get, findings);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        List<Future<?>> working = new ArrayList<>();
        clients.forEach(
                (number, client) ->
                        working.add(
                                threads.submit(
                                        () ->
                                                client.work(
                                                        asking,
                                                        tokens.getOrDefault(number, ""),
                                                        dying::get))));
        if (program.pause(millis)) {
            findings.add(Kind.PROGRAM, "the program ended by itself under load");
        }
        dying.set(true);
        program.kill();
        working.forEach(this::end);
        threads.shutdownNow();
    }

    private void end(Future<?> client) {
        try {
            client.get(END_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("a client broke", failure);
        }
    }
}
