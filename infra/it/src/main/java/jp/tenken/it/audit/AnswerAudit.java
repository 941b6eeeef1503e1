package jp.tenken.it.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tenken.it.Call;
import jp.tenken.it.Identity;
import jp.tenken.it.Reply;
import jp.tenken.it.TenkenHttp;
import jp.tenken.it.Tokens;
import jp.tenken.it.audit.Findings.Kind;
import tools.jackson.databind.JsonNode;

/**
 * Whether the program, started again, tells over HTTP what the log says: the checklist with the
 * last decision on every item, and the history with every decision once and in order.
 *
 * @param http with the running program
 * @param tokens for whom it trusts
 * @param findings hears of every difference
 */
public record AnswerAudit(TenkenHttp http, Tokens tokens, Findings findings) {

    private static final int BUSY = 503;
    private static final int ATTEMPTS = 12;
    private static final int PAGE = 500;

    /**
     * Compares contracts.
     *
     * @param places as {@link LogContent#decisions()} names them
     */
    public void check(LogContent content, List<String> places) throws IOException {
        for (Town town : Town.ALL) {
            String token = tokens.of(Identity.of("auditor", town.code()));
            for (String place : places) {
                if (place.startsWith(town.tenant() + "/")) {
                    String contract = place.substring(town.tenant().length() + 1);
                    List<Recorded> decisions = content.decisions(town.tenant(), contract);
                    long sequence = content.lastSequence(town.tenant());
                    checklist(town, contract, token, sequence, decisions);
                    history(town, contract, token, sequence, decisions);
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

    private void history(
            Town town, String contract, String token, long sequence, List<Recorded> decisions)
            throws IOException {
        String path = town.path("/contracts/" + contract + "/history");
        List<String> told = new ArrayList<>();
        String cursor = "";
        do {
            String query = "?limit=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonNode page = read(path + query, token, sequence).json();
            for (JsonNode entry : page.path("items")) {
                if (entry.path("type").asString("").endsWith("ItemDecided")) {
                    told.add(
                            entry.path("sequence").asLong(-1)
                                    + " "
                                    + entry.path("actor").path("subject").asString("")
                                    + " "
                                    + entry.path("reason").asString(""));
                }
            }
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        // An import is one commit of many decisions, each at a sequence of its own.
        if (decisions.stream().anyMatch(decision -> decision.mark().isEmpty())) {
            return;
        }
        List<String> expected =
                decisions.reversed().stream()
                        .map(
                                decision ->
                                        decision.sequence()
                                                + " "
                                                + Client.subject(decision.mark())
                                                + " "
                                                + Objects.requireNonNullElse(decision.reason(), ""))
                        .toList();
        if (!told.equals(expected)) {
            findings.add(Kind.ANSWERS, "%s tells %s instead of %s".formatted(path, told, expected));
        }
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
