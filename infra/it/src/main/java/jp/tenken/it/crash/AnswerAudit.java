package jp.tenken.it.crash;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tenken.it.Call;
import jp.tenken.it.Identity;
import jp.tenken.it.Reply;
import jp.tenken.it.TenkenHttp;
import jp.tenken.it.crash.Findings.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Whether the program, started again, tells over HTTP what the log says: the checklist with the
 * last decision on every item, and the history with every decision once and in order.
 *
 * @param http with the running program
 * @param findings hears of every difference
 */
record AnswerAudit(TenkenHttp http, Findings findings) {

    private static final int BUSY = 503;
    private static final int ATTEMPTS = 12;

    /**
     * Compares contracts.
     *
     * @param places as {@link LogContent#decisions()} names them
     */
    void check(LogContent content, List<String> places) throws IOException {
        for (Town town : Town.ALL) {
            String token = http.token(Identity.of("auditor", town.code()));
            for (String place : places) {
                if (place.startsWith(town.tenant() + "/")) {
                    String contract = place.substring(town.tenant().length() + 1);
                    List<Recorded> decisions = content.decisions(town.tenant(), contract);
                    long sequence = content.lastSequence(town.tenant());
                    checklist(town, contract, token, sequence, decisions);
                }
            }
        }
    }

    private void checklist(
            Town town, String contract, String token, long sequence, List<Recorded> decisions)
            throws IOException {
        String path = town.path("/contracts/" + contract + "/checklist");
        Map<String, Recorded> last = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Recorded decision : decisions) {
            String item = Objects.requireNonNull(decision.item());
            last.put(item, decision);
            counts.merge(item, 1, Integer::sum);
        }
        Reply reply = read(path, token, sequence);
        int shown = 0;
        for (JsonNode section : reply.json().path("sections")) {
            for (JsonNode item : section.path("items")) {
                String code = item.path("itemCode").asString("");
                Recorded decision = last.get(code);
                if (decision != null) {
                    shown++;
                    if (!says(item, decision, counts.getOrDefault(code, 0))) {
                        findings.add(
                                Kind.ANSWERS, "%s shows %s for %s".formatted(path, item, decision));
                    }
                } else if (!item.path("answer").asString("").equals("undecided")) {
                    findings.add(Kind.ANSWERS, "%s shows %s undecided".formatted(path, item));
                }
            }
        }
        if (shown != last.size()) {
            findings.add(Kind.ANSWERS, "%s shows %d of %s".formatted(path, shown, last.keySet()));
        }
    }

    private static boolean says(JsonNode item, Recorded decision, int count) {
        return item.path("version").asLong(-1) == count
                && item.path("answer").asString("").equals(decision.answer())
                && item.path("note").asString("").equals(decision.mark())
                && item.path("reason")
                        .asString("")
                        .equals(Objects.requireNonNullElse(decision.reason(), ""));
    }

    /** Waits for the view as a client would: asks again while it is behind. */
    private Reply read(String path, String token, long sequence) throws IOException {
        Call call =
                Call.get(path).as(token).with("Tenken-Sequence-At-Least", Long.toString(sequence));
        Reply reply = http.send(call);
        for (int i = 1; reply.status() == BUSY && i < ATTEMPTS; i++) {
            reply = http.send(call);
        }
        if (!reply.success()) {
            findings.add(Kind.ANSWERS, "%s is answered with %s".formatted(path, reply));
        }
        return reply;
    }
}
