package jp.tenken.it;

import static jp.tenken.it.RunningTenken.SHINJUKU;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A request that must be refused: with its code, with nothing stored, and so that nobody learns
 * anything about the inside.
 *
 * @param name what is bad about it
 * @param call the request
 * @param status of the answer
 * @param code of the problem
 */
record Bad(String name, Call call, int status, String code) {

    static final String HOME = "/v1/municipalities/" + SHINJUKU;
    static final Map<String, Object> YES = Map.of("answer", "implement");

    /** A test for each. */
    static Stream<DynamicTest> each(RunningTenken tenken, Bad... table) {
        return Stream.of(table)
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> bad.isRefused(tenken)));
    }

    void isRefused(RunningTenken tenken) throws IOException {
        long before = tenken.events();

        Reply reply = tenken.send(call);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
        assertThat(reply.json().path("status").asInt()).isEqualTo(status);
        assertThat(reply.json().path("title").asString("")).isNotBlank();
        assertThat(reply.json().path("detail").asString("")).isNotBlank();
        assertThat(reply.text()).doesNotContain("Exception", "\tat ", ".java", "jp.tenken");
        assertThat(tenken.events()).as("events after " + reply).isEqualTo(before);
    }

    /** A decision by the department that has the contract. */
    static Call decision(RunningTenken tenken, String item, Map<String, Object> body)
            throws IOException {
        return Call.put(
                        HOME
                                + "/contracts/"
                                + tenken.contract()
                                + "/checklist/items/"
                                + item
                                + "/decision",
                        body)
                .as(tenken.staff(SHINJUKU));
    }
}
