package jp.tenken.it.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tenken.it.Tokens;
import jp.tenken.it.audit.Write.Acknowledged;
import jp.tenken.it.audit.Write.Unknown;

/** All clients of a run. */
public final class Crowd {

    private static final int FIRST_FOUNDER = 90;

    private Crowd() {}

    /**
     * Makes the clients, and the contract that those of a town share.
     *
     * @param count how many clients, at most 90
     * @return the clients by their numbers, from 0
     * @throws IllegalStateException when a contract could not be made
     */
    public static Map<Integer, Client> gather(
            Asking asking, Tokens tokens, Ledger ledger, int count, long seed) throws IOException {
        List<String> shared = new ArrayList<>();
        for (Town town : Town.ALL) {
            int number = FIRST_FOUNDER + shared.size();
            Client founder = new Client(number, town, "", ledger, seed);
            Write done = asking.ask(contract(number, town), tokens.of(founder.identity()));
            ledger.remember(done);
            if (!(done.outcome() instanceof Acknowledged acknowledged)) {
                throw new IllegalStateException("no contract to share: " + done);
            }
            shared.add(acknowledged.id());
        }
        Map<Integer, Client> clients = new TreeMap<>();
        for (int number = 0; number < count; number++) {
            // Three of four in the first town, so that both have some and one has a crowd.
            int town = number % 4 == 3 ? 1 : 0;
            clients.put(
                    number, new Client(number, Town.ALL.get(town), shared.get(town), ledger, seed));
        }
        return clients;
    }

    private static Write contract(int number, Town town) {
        return new Write(
                "c%d-000000".formatted(number),
                number,
                town,
                null,
                null,
                false,
                "shared-contract",
                null,
                System.nanoTime(),
                new Unknown("not asked"));
    }
}
