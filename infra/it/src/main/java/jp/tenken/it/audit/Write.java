package jp.tenken.it.audit;

import java.util.HashMap;
import java.util.Map;
import jp.tenken.it.Call;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client asked to be written, with what came of it. Immutable.
 *
 * @param mark unique in the whole run and part of what is written, so that it is found again in the
 *     log: the contract's number, the decision's note
 * @param client who asked
 * @param town where
 * @param contract whose item is decided; null = a contract is to be registered
 * @param item which item is decided; null likewise
 * @param notNeeded － with a reason, instead of ○
 * @param key its idempotency key; null = none
 * @param ifMatch the version that it was made for; null = any
 * @param sentNanos when it was asked first, by this process's monotonic clock
 * @param outcome what came of it
 */
public record Write(
        String mark,
        int client,
        Town town,
        @Nullable String contract,
        @Nullable String item,
        boolean notNeeded,
        @Nullable String key,
        @Nullable Long ifMatch,
        long sentNanos,
        Outcome outcome) {

    /** The department that may do everything that clients do. */
    public static final String DEPARTMENT = "0101";

    /** What came of a write. */
    public sealed interface Outcome {}

    /**
     * It was acknowledged.
     *
     * @param answeredNanos when
     * @param id of what was written
     * @param sequence the municipality's
     * @param version of what was written
     */
    public record Acknowledged(long answeredNanos, String id, long sequence, long version)
            implements Outcome {}

    /**
     * It was refused.
     *
     * @param why as the program said
     */
    public record Refused(String why) implements Outcome {}

    /**
     * The answer never came.
     *
     * @param why what came instead
     */
    public record Unknown(String why) implements Outcome {}

    public boolean decides() {
        return contract != null;
    }

    public Write with(Outcome other) {
        return new Write(
                mark, client, town, contract, item, notNeeded, key, ifMatch, sentNanos, other);
    }

    /** The reason that goes with it; null with ○. */
    public @Nullable String reason() {
        return notNeeded ? "書面を扱わないため (" + mark + ")" : null;
    }

    public String answer() {
        return notNeeded ? "not_needed" : "implement";
    }

    /** The request, the same every time, but for the token. */
    public Call call(String token) {
        Call call = contract == null ? registration() : decision();
        return call.as(token).key(key).ifMatch(ifMatch);
    }

    private Call registration() {
        return Call.post(
                town.path("/contracts"),
                Map.of(
                        "contractNumber",
                        mark,
                        "title",
                        "集計業務委託 " + mark,
                        "departmentCode",
                        DEPARTMENT,
                        "contractor",
                        Map.of("name", "株式会社見本データ"),
                        "period",
                        Map.of("from", "2026-04-01", "to", "2027-03-31")));
    }

    private Call decision() {
        Map<String, String> body = new HashMap<>();
        body.put("answer", answer());
        body.put("note", mark);
        String reason = reason();
        if (reason != null) {
            body.put("reason", reason);
        }
        return Call.put(
                town.path("/contracts/" + contract + "/checklist/items/" + item + "/decision"),
                body);
    }
}
