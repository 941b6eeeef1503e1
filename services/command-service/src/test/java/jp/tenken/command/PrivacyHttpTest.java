package jp.tenken.command;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tenken.command.WriteSide.Reply;
import jp.tenken.edge.security.Caller;
import jp.tenken.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Erasures as clients see them, and what is recorded of them. */
class PrivacyHttpTest {

    private static final String SHINJUKU = "/v1/municipalities/131041";
    private static final Caller OPERATOR = WriteSide.caller("131130", Role.OPERATOR);
    private static final Caller ADMINISTRATOR = WriteSide.caller("131041", Role.ADMINISTRATOR);
    private static final String REASON = "{\"reason\":\"田中様の退職後の求めによる\"}";

    private WriteSide writeSide;

    @BeforeEach
    void onboard() throws Exception {
        writeSide = WriteSide.start();
        writeSide
                .call(OPERATOR, HttpMethod.PUT, SHINJUKU)
                .json("{\"nameJa\":\"新宿区\",\"nameEn\":\"Shinjuku\",\"kind\":\"special_ward\"}");
    }

    @AfterEach
    void stop() {
        writeSide.close();
    }

    @Test
    void whyAPersonIsErasedIsRecordedSealedAndCanBeErasedItself() {
        assertThat(post("/persons/tanaka/erasure", REASON).etag()).isEqualTo("\"1\"");
        assertThat(writeSide.lastPayload().path("personId").asString()).isEqualTo("tanaka");
        assertThat(writeSide.lastPayload().path("reason").propertyNames())
                .containsExactly("keyId", "sealed");
        assertThat(writeSide.lastPayload().toString()).doesNotContain("田中");
        String erasure = writeSide.lastEventId();
        String key = writeSide.lastPayload().path("reason").path("keyId").asString();

        assertThat(post("/events/" + erasure + "/redaction", REASON).status()).isEqualTo(200);

        assertThat(writeSide.lastPayload().path("keyIds").toString())
                .isEqualTo("[\"" + key + "\"]");
        assertThat(writeSide.lastPayload().toString()).doesNotContain("田中");
    }

    @Test
    void anErasureNeedsAReasonBeforeAnythingElseIsLookedAt() {
        for (String path : new String[] {"/persons/tanaka/erasure", "/events/nowhere/redaction"}) {
            assertThat(post(path, "{\"reason\":\" \"}"))
                    .returns(400, Reply::status)
                    .returns("text-required", Reply::code);
        }
        assertThat(post("/events/nowhere/redaction", REASON))
                .returns(404, Reply::status)
                .returns("event-not-found", Reply::code);
    }

    private Reply post(String path, String body) {
        return writeSide.call(ADMINISTRATOR, HttpMethod.POST, SHINJUKU + path).json(body);
    }
}
