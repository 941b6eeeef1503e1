package jp.tenken.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the raw side finds out of which row a version of the past was. */
class MongoRawViewTest {

    @Test
    void anEndedVersionBelongsToTheLiveRowOfItsTenantAndKey() {
        assertThat(MongoRawView.liveId("4:town6:key:01000000000000002a")).isEqualTo("4:townkey:01");
    }

    @Test
    void lengthsAndNotColonsDivideThem() {
        assertThat(MongoRawView.liveId("3:a:b2:1:0000000000000001")).isEqualTo("3:a:b1:");
    }
}
