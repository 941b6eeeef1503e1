package jp.tenken.it;

import static jp.tenken.it.Bad.HOME;
import static jp.tenken.it.Bad.YES;
import static jp.tenken.it.Bad.decision;
import static jp.tenken.it.Bad.each;
import static jp.tenken.it.RunningTenken.REGISTRATION;
import static jp.tenken.it.RunningTenken.SHIBUYA;
import static jp.tenken.it.RunningTenken.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Paths, headers and parameters that should not be sent. */
@ExtendWith(SharedTenken.class)
class BadAddressTest {

    @TestFactory
    Stream<DynamicTest> pathsThatLeadNowhere(RunningTenken tenken) throws IOException {
        String token = tenken.staff(SHINJUKU);
        String operator = tenken.token("operator", SHINJUKU);
        Map<String, Object> ward = Map.of("nameJa", "区", "nameEn", "W", "kind", "special_ward");
        return each(
                tenken,
                new Bad(
                        "a wrong check digit",
                        Call.put("/v1/municipalities/131042", ward).as(operator),
                        400,
                        "municipality-code-invalid"),
                new Bad(
                        "full-width digits",
                        Call.put(
                                        "/v1/municipalities/%EF%BC%91%EF%BC%93%EF%BC%91%EF%BC%90%EF%BC%94%EF%BC%91",
                                        ward)
                                .as(operator),
                        400,
                        "municipality-code-invalid"),
                new Bad("an unknown item", decision(tenken, "OPS-99", YES), 400, "item-unknown"),
                new Bad("no item at all", decision(tenken, "ops-1", YES), 400, "item-unknown"),
                new Bad(
                        "an unknown contract",
                        Call.get(HOME + "/contracts/nobody").as(token),
                        404,
                        "contract-not-found"),
                new Bad(
                        "a decision on an unknown contract",
                        Call.put(HOME + "/contracts/nobody/checklist/items/OPS-01/decision", YES)
                                .as(token),
                        404,
                        "contract-not-found"),
                new Bad(
                        "a contract id that is none",
                        Call.get(HOME + "/contracts/a%20b").as(token),
                        400,
                        "contract-id-invalid"),
                new Bad(
                        "a department code that is none",
                        Call.put(HOME + "/departments/a%20b", Map.of("nameJa", "n", "nameEn", "n"))
                                .as(tenken.token("administrator", SHINJUKU)),
                        400,
                        "department-code-invalid"),
                new Bad("no such path", Call.get("/v2/municipalities").as(token), 404, "not-found"),
                new Bad(
                        "no such method",
                        new Call("DELETE", HOME + "/contracts", List.of(), null).as(token),
                        405,
                        "method-not-allowed"));
    }

    @TestFactory
    Stream<DynamicTest> headersAndParameters(RunningTenken tenken) throws IOException {
        Call write = decision(tenken, "OPS-01", YES);
        Call read = Call.get(HOME + "/contracts").as(tenken.staff(SHINJUKU));
        String twoBodies = "it-two-bodies";
        Reply first = tenken.send(decision(tenken, "OPS-02", YES).key(twoBodies));
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        return each(
                tenken,
                new Bad(
                        "one key, two bodies",
                        decision(tenken, "OPS-02", Map.of("answer", "implement", "note", "other"))
                                .key(twoBodies),
                        422,
                        "idempotency-key-reused"),
                new Bad("a long key", write.key("k".repeat(129)), 400, "idempotency-key-invalid"),
                new Bad("a weak tag", write.with("If-Match", "W/\"0\""), 400, "if-match-invalid"),
                new Bad("a stale version", write.ifMatch(99L), 412, "version-stale"),
                new Bad(
                        "no sequence",
                        read.with("Tenken-Sequence-At-Least", "-1"),
                        400,
                        "sequence-invalid"),
                new Bad(
                        "a type that nobody speaks",
                        read.with("Accept", "application/x-nobody"),
                        406,
                        "not-acceptable"),
                reads(tenken, "limit=0", "limit-invalid"),
                reads(tenken, "limit=10000", "limit-invalid"),
                reads(tenken, "limit=all", "limit-invalid"),
                reads(tenken, "asOf=yesterday", "as-of-invalid"),
                reads(tenken, "limit=1&limit=2", "parameter-repeated"),
                reads(tenken, "sort=title", "parameter-unknown"),
                reads(tenken, "status=splendid", "parameter-invalid"),
                reads(tenken, "cursor=bm9ib2R5", "cursor-invalid"),
                reads(tenken, "limit=1&cursor=" + cursor(tenken, SHIBUYA, ""), "cursor-invalid"),
                reads(
                        tenken,
                        "limit=1&cursor=" + cursor(tenken, SHINJUKU, "&departmentCode=0101"),
                        "cursor-invalid"));
    }

    private static Bad reads(RunningTenken tenken, String query, String code) throws IOException {
        return new Bad(
                query,
                Call.get(HOME + "/contracts?" + query).as(tenken.staff(SHINJUKU)),
                400,
                code);
    }

    /** The cursor behind the first of at least two contracts. */
    private static String cursor(RunningTenken tenken, String municipality, String filter)
            throws IOException {
        String contracts = "/v1/municipalities/" + municipality + "/contracts";
        String token = tenken.staff(municipality);
        if (municipality.equals(SHIBUYA)) {
            Map<String, Object> second = new HashMap<>(REGISTRATION);
            second.put("contractNumber", "IT-0002");
            Reply reply = tenken.send(Call.post(contracts, second).as(token).key("it-second"));
            assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        }
        Reply page = tenken.send(Call.get(contracts + "?limit=1" + filter).as(token));
        String cursor = page.json().path("nextCursor").asString("");
        assertThat(cursor).as(page.toString()).isNotEmpty();
        return cursor;
    }
}
