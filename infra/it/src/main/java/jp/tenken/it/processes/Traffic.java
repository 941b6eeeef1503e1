package jp.tenken.it.processes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.tenken.it.Patience;
import jp.tenken.it.Tokens;
import jp.tenken.it.audit.Asking;
import jp.tenken.it.audit.Client;
import jp.tenken.it.audit.Crowd;
import jp.tenken.it.audit.Findings;
import jp.tenken.it.audit.Findings.Kind;
import jp.tenken.it.audit.Ledger;

/**
 * All clients of a run, writing at both command services and reading what they wrote at both query
 * services. Whoever gets no answer goes to the other command service, asks the same again there if
 * it has a key, and stays. Used by one thread, but for what the clients do.
 */
final class Traffic {

    private static final int END_MINUTES = 5;
    private static final int ATTEMPTS = 100;
    private static final int PAUSE_MILLIS = 100;

    private final Ledger ledger;
    private final Findings findings;
    private final List<Member> commands;
    private final ReadBack reading;
    private final Map<Integer, Client> clients = new HashMap<>();
    private final Map<Integer, String> tokens = new HashMap<>();
    private final List<Future<?>> working = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Traffic(Ledger ledger, Findings findings, List<Member> commands, ReadBack reading) {
        this.ledger = ledger;
        this.findings = findings;
        this.commands = commands;
        this.reading = reading;
    }

    /** Makes the clients. */
    void gather(Tokens issuer, int count, long seed) throws IOException {
        clients.putAll(Crowd.gather(asking(0), issuer, ledger, count, seed));
        for (Map.Entry<Integer, Client> client : clients.entrySet()) {
            tokens.put(client.getKey(), issuer.of(client.getValue().identity()));
        }
    }

    /** Lets all clients write; every second one begins at the other command service. */
    void begin() {
        over.set(false);
        clients.forEach((number, client) -> working.add(threads.submit(() -> drive(number))));
    }

    /** Waits until as many writes more are acknowledged as there are clients. */
    void awaitProgress() {
        int enough = ledger.acknowledged().size() + clients.size();
        var unused =
                Patience.until(
                        "the remaining services acknowledge " + clients.size() + " writes",
                        () -> ledger.acknowledged().size() >= enough);
    }

    /** Lets every client end what it has begun. */
    void end() {
        over.set(true);
        for (Future<?> client : working) {
            try {
                client.get(END_MINUTES, TimeUnit.MINUTES);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            } catch (ExecutionException | TimeoutException failure) {
                throw new IllegalStateException("a client broke", failure);
            }
        }
        working.clear();
    }

    /** Where to ask: a service in the life that it has now. */
    Asking asking(int place) {
        Member.Life life = commands.get(place).life();
        return new Asking(life.http(), life::dying, findings, reading::check);
    }

    private void drive(int number) {
        Client client = clients.get(number);
        String token = tokens.getOrDefault(number, "");
        int place = number % commands.size();
        int attempts = 0;
        while (client != null && !over.get()) {
            client.work(asking(place), token, over::get);
            while (client.waits() && attempts < ATTEMPTS) {
                place = (place + 1) % commands.size();
                client.askAgain(asking(place), token);
                if (client.waits()) {
                    attempts++;
                    Patience.pause(PAUSE_MILLIS);
                }
            }
            if (!over.get()) {
                place = elsewhere(place);
            }
            if (attempts == ATTEMPTS) {
                findings.add(Kind.PROGRAM, "client %d is answered nowhere".formatted(number));
                return;
            }
        }
    }

    private int elsewhere(int place) {
        return commands.get(place).life().dying() ? (place + 1) % commands.size() : place;
    }
}
