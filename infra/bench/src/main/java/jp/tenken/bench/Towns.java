package jp.tenken.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tenken.it.Call;
import jp.tenken.it.Identity;
import jp.tenken.it.Reply;
import jp.tenken.it.TenkenHttp;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Rejection;

/** A little life in many municipalities, or the same in few. For one thread. */
final class Towns {

    private static final int FIRST = 10_000;
    private static final String DEPARTMENT = "0101";

    private final TenkenHttp http;
    private final List<String> codes;
    private final List<String> tokens = new ArrayList<>();

    /** So many municipalities of a running program. */
    Towns(TenkenHttp http, int municipalities) {
        this.http = http;
        codes = IntStream.range(FIRST, FIRST + municipalities).mapToObj(Towns::code).toList();
    }

    /**
     * Onboards them, and registers contracts in turn: of each, one item is decided, and checklist,
     * list and status are read. Every contract comes with the same requests.
     */
    void live(int contracts, Progress progress) throws IOException {
        String operator = http.token(Identity.of("operator"));
        for (String code : codes) {
            tokens.add(
                    http.token(
                            new Identity(
                                    "bench-" + code,
                                    List.of("administrator", "security-officer"),
                                    List.of(code),
                                    List.of())));
        }
        progress.begin("contracts in %d municipalities".formatted(codes.size()), contracts);
        for (int n = 0; n < contracts; n++) {
            String base = "/v1/municipalities/" + codes.get(n % codes.size());
            done(
                    Call.put(
                                    base,
                                    Map.of(
                                            "nameJa", "試験町",
                                            "nameEn", "Test Town",
                                            "kind", "town"))
                            .as(operator));
            contract(base, tokens.get(n % codes.size()), n);
            progress.reached(n + 1);
        }
    }

    private void contract(String base, String token, int n) throws IOException {
        done(
                Call.put(
                                base + "/departments/" + DEPARTMENT,
                                Map.of("nameJa", "総務課", "nameEn", "General Affairs"))
                        .as(token));
        String id =
                done(Call.post(
                                        base + "/contracts",
                                        Map.of(
                                                "contractNumber", "R08-%04d".formatted(n),
                                                "title", "システム保守業務委託",
                                                "departmentCode", DEPARTMENT,
                                                "contractor", Map.of("name", "株式会社受託"),
                                                "period",
                                                        Map.of(
                                                                "from", "2026-04-01",
                                                                "to", "2027-03-31")))
                                .as(token))
                        .json()
                        .path("id")
                        .asString();
        String contract = base + "/contracts/" + id;
        String sequence =
                done(Call.put(
                                        contract + "/checklist/items/OPS-01/decision",
                                        Map.of("answer", "implement"))
                                .as(token))
                        .header("Tenken-Sequence");
        for (String path :
                List.of(contract + "/checklist", base + "/contracts", base + "/status")) {
            done(Call.get(path).with("Tenken-Sequence-At-Least", sequence).as(token));
        }
    }

    private Reply done(Call call) throws IOException {
        Reply reply = http.send(call);
        if (!reply.success()) {
            throw new IllegalStateException(call.method() + " " + call.path() + ": " + reply);
        }
        return reply;
    }

    /** Five digits with the one that checks them. */
    private static String code(int digits) {
        return IntStream.rangeClosed(0, 9)
                .mapToObj(check -> "%05d%d".formatted(digits, check))
                .filter(Towns::valid)
                .findFirst()
                .orElseThrow();
    }

    private static boolean valid(String code) {
        try {
            return MunicipalityCode.of(code).value().equals(code);
        } catch (Rejection wrongDigit) {
            return false;
        }
    }
}
