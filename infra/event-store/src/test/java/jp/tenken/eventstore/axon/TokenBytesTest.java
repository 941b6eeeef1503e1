package jp.tenken.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GapAwareTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.junit.jupiter.api.Test;

class TokenBytesTest {

    private static final TrackingToken SMALL = new GlobalSequenceTrackingToken(5);
    private static final TrackingToken LARGE = new GlobalSequenceTrackingToken(Long.MAX_VALUE);

    @Test
    void everyTokenComesBackInAHundredBytes() {
        for (TrackingToken token :
                List.of(
                        SMALL,
                        LARGE,
                        TrackingToken.FIRST,
                        TrackingToken.LATEST,
                        MergedTrackingToken.merged(SMALL, LARGE),
                        ReplayToken.createReplayToken(LARGE),
                        ReplayToken.createReplayToken(LARGE, SMALL),
                        ReplayToken.createReplayToken(
                                MergedTrackingToken.merged(LARGE, SMALL), SMALL))) {
            byte[] bytes = TokenBytes.encode(token);
            assertThat(TokenBytes.decode(bytes)).isEqualTo(token);
            assertThat(bytes).hasSizeLessThanOrEqualTo(100);
        }
        assertThat(TokenBytes.decode(TokenBytes.encode(null))).isNull();
    }

    @Test
    void aPositionTakesTheSameSpaceHoweverLarge() {
        assertThat(TokenBytes.encode(SMALL)).hasSameSizeAs(TokenBytes.encode(LARGE)).hasSize(9);
        assertThat(HexFormat.of().formatHex(TokenBytes.encode(SMALL)))
                .isEqualTo("010000000000000005");
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        TrackingToken nested = SMALL;
        for (int depth = 0; depth < 12; depth++) {
            nested = new MergedTrackingToken(nested, LARGE);
        }
        for (TrackingToken token :
                List.of(
                        nested,
                        GapAwareTrackingToken.newInstance(3, List.of()),
                        ReplayToken.createReplayToken(LARGE, SMALL, "context"))) {
            assertThatThrownBy(() -> TokenBytes.encode(token))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void damagedBytesAreRefused() {
        for (String hex :
                List.of("", "01", "0100000000000000", "01000000000000000500", "09", "0204", "03")) {
            assertThatThrownBy(() -> TokenBytes.decode(HexFormat.of().parseHex(hex)))
                    .as(hex)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
