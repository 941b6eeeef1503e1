package jp.tenken.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.tenken.edge.EndpointRegistry;
import jp.tenken.kernel.Role;
import jp.tenken.standalone.PermissionLines.Line;
import jp.tenken.standalone.PermissionLines.Whose;
import jp.tenken.standalone.WalkedThings.Things;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of the assembled program, as everybody, about one's own things and about others':
 * the answers are those that {@code permissions.txt} says.
 */
class PermissionWalkTest {

    private static final String ELSEWHERE = "131130";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir static Path data;

    private static Walk walk;

    private final PermissionLines lines = PermissionLines.read();

    @BeforeAll
    static void start() throws Exception {
        walk = Walk.over(data);
    }

    @AfterAll
    static void stop() {
        walk.close();
    }

    @Test
    void everyEndpointHasItsLineAndEveryLineItsEndpoint() {
        TreeSet<String> written = new TreeSet<>();
        lines.endpoints().values().stream()
                .filter(line -> !line.later() || registered().contains(line.route()))
                .forEach(line -> written.add(line.route()));

        assertThat(written)
                .as("endpoints with a line in src/test/resources/permissions.txt")
                .isEqualTo(registered());
        assertThat(lines.endpoints().values())
                .extracting(Line::action)
                .allMatch(
                        action ->
                                action.equals(PermissionLines.OPEN)
                                        || lines.grants().containsKey(action));
    }

    @Test
    void everybodyIsAnsweredAsTheTableSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Line line : lines.endpoints().values()) {
            if (!registered().contains(line.route())
                    || line.action().equals(PermissionLines.OPEN)) {
                continue;
            }
            for (Whose whose : line.cases()) {
                for (Role role : Role.values()) {
                    String answer = answer(line, whose, walk.token(role));
                    String expected = lines.expected(line, role, whose);
                    if (!outcome(line, whose, answer).equals(expected)) {
                        wrong.add(
                                "%s as %s, %s: %s instead of %s"
                                        .formatted(line.route(), role, whose, answer, expected));
                    }
                    walked++;
                }
            }
        }
        assertThat(wrong).as("of %d requests", walked).isEmpty();
        assertThat(walked).isGreaterThan(15 * Role.values().length);
    }

    @Test
    void withoutATokenThereAreOnlyDocuments() throws Exception {
        for (Line line : lines.endpoints().values()) {
            if (!registered().contains(line.route())) {
                continue;
            }
            String answer = answer(line, Whose.OWN, null);
            assertThat(answer)
                    .as(line.route())
                    .isEqualTo(
                            line.action().equals(PermissionLines.OPEN)
                                    ? "200"
                                    : "401 token-missing");
        }
    }

    private static TreeSet<String> registered() {
        return new TreeSet<>(walk.program().bean(EndpointRegistry.class).routes());
    }

    /**
     * What is read by somebody who may is there, but for things of here that are asked for
     * elsewhere. Of the others, whatever gets as far as the operation itself is allowed; what it
     * then says is its own. A request that is not well-formed is not: it would show nothing about
     * others' things either.
     */
    private static String outcome(Line line, Whose whose, String answer) {
        if (line.method().equals("GET") && whose != Whose.FOREIGN) {
            return answer.equals("200") ? "allowed" : answer;
        }
        boolean refused =
                answer.startsWith("401 ")
                        || answer.startsWith("403 ")
                        || answer.startsWith("400 ")
                        || answer.startsWith("5")
                        || answer.equals("404 not-found");
        return refused ? answer : "allowed";
    }

    /** Status, and the code of a problem. */
    private static String answer(Line line, Whose whose, @Nullable String token) throws Exception {
        Things things = walk.things().make(whose);
        String code = whose == Whose.FOREIGN ? ELSEWHERE : Walk.HERE;
        WalkedRequest good = WalkedRequest.of(line, things);
        HttpRequest.Builder builder =
                walk.program().request(WalkedPaths.path(line, code, things) + good.query());
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (line.method().equals("GET") && whose != Whose.FOREIGN) {
            builder.header("Tenken-Sequence-At-Least", Long.toString(things.sequence()));
        }
        HttpResponse<String> response = walk.program().sends(good.into(builder, line.method()));
        if (response.statusCode() < 400) {
            return Integer.toString(response.statusCode());
        }
        JsonNode problem = JSON.readTree(response.body());
        return response.statusCode() + " " + problem.path("code").asString("");
    }
}
