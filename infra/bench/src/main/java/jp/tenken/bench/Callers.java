package jp.tenken.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.tenken.kernel.ItemCode;

/**
 * The staff that decides: some people in each department, each with a token of the try-out, and
 * what they ask. Immutable.
 */
final class Callers {

    /** So many that no single one meets the limit of requests per second. */
    private static final int PEOPLE_PER_DEPARTMENT = 4;

    private final List<String> tokens = new ArrayList<>();

    /** Gets the tokens. */
    Callers(HttpClients clients) {
        for (String department : Workload.departments()) {
            for (int person = 0; person < PEOPLE_PER_DEPARTMENT; person++) {
                tokens.add(clients.token(department, "staff-%s-%d".formatted(department, person)));
            }
        }
    }

    /**
     * A decision that changes something.
     *
     * @param contract number of the contract
     * @param n number of the decision; written into its note, so that no two are the same
     */
    HttpClients.Ask decision(long contract, long n) {
        List<ItemCode> items = Workload.itemCodes();
        ItemCode item = items.get((int) (n % items.size()));
        return new HttpClients.Ask(
                path(contract) + "/checklist/items/" + item.value() + "/decision",
                token(contract, n),
                body(n));
    }

    /** A request with the same token and body to the endpoint that does nothing. */
    HttpClients.Ask nothing(long contract) {
        return new HttpClients.Ask(
                path(contract) + "/nothing", token(contract, contract), body(contract));
    }

    private String token(long contract, long n) {
        int department = (int) (contract % Workload.departments().size());
        return tokens.get(department * PEOPLE_PER_DEPARTMENT + (int) (n % PEOPLE_PER_DEPARTMENT));
    }

    private static String path(long contract) {
        return "/v1/municipalities/%s/contracts/%s"
                .formatted(Workload.DECIDING.value(), Workload.contractId(contract).value());
    }

    private static byte[] body(long n) {
        return "{\"answer\":\"implement\",\"note\":\"第%d回の確認による\"}"
                .formatted(n)
                .getBytes(StandardCharsets.UTF_8);
    }
}
