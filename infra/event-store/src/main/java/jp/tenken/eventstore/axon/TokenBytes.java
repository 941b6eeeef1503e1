package jp.tenken.eventstore.axon;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Tracking tokens as bytes: one byte for the kind, then its contents. A position is nine bytes
 * whatever its size; a replay or a merge is one byte and the two tokens that it consists of. What
 * token stores of engines keep.
 */
public final class TokenBytes {

    /** Enough for any replay of a merge; more is a mistake, or somebody's attack on the stack. */
    public static final int MAX_BYTES = 100;

    private static final byte NONE = 0;
    private static final byte POSITION = 1;
    private static final byte REPLAY = 2;
    private static final byte MERGE = 3;
    private static final byte FIRST = 4;
    private static final byte LATEST = 5;

    private TokenBytes() {}

    /**
     * Writes a token.
     *
     * @throws IllegalArgumentException for a token of another kind, of more than {@value
     *     #MAX_BYTES} bytes, or a replay with a reset context
     */
    public static byte[] encode(@Nullable TrackingToken token) {
        ByteBuffer out = ByteBuffer.allocate(MAX_BYTES);
        try {
            write(out, token);
        } catch (java.nio.BufferOverflowException tooLong) {
            throw new IllegalArgumentException(
                    "a token of more than " + MAX_BYTES + " bytes: " + token, tooLong);
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void write(ByteBuffer out, @Nullable TrackingToken token) {
        switch (token) {
            case null -> out.put(NONE);
            case GlobalSequenceTrackingToken position ->
                    out.put(POSITION).putLong(position.getGlobalIndex());
            case ReplayToken replay -> {
                if (replay.context() != null) {
                    throw new IllegalArgumentException(
                            "a replay with a reset context cannot be stored");
                }
                out.put(REPLAY);
                write(out, replay.getTokenAtReset());
                write(out, replay.getCurrentToken());
            }
            case MergedTrackingToken merge -> {
                out.put(MERGE);
                write(out, merge.lowerSegmentToken());
                write(out, merge.upperSegmentToken());
            }
            case TrackingToken first when first.equals(TrackingToken.FIRST) -> out.put(FIRST);
            case TrackingToken latest when latest.equals(TrackingToken.LATEST) -> out.put(LATEST);
            default ->
                    throw new IllegalArgumentException(
                            "tokens of " + token.getClass().getName() + " cannot be stored");
        }
    }

    /**
     * Reads a token. A replay that has reached where it was reset comes back as the plain position:
     * it is the same place to go on from.
     *
     * @throws IllegalArgumentException when the bytes are no token
     */
    public static @Nullable TrackingToken decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            TrackingToken token = read(in);
            if (!in.hasRemaining()) {
                return token;
            }
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("a stored token was cut off", cut);
        }
        throw new IllegalArgumentException("bytes behind a stored token");
    }

    /** Whether both are plain positions and the first lies before the second. */
    public static boolean liesBefore(byte[] bytes, byte[] stored) {
        return decode(bytes) instanceof GlobalSequenceTrackingToken position
                && decode(stored) instanceof GlobalSequenceTrackingToken reached
                && position.getGlobalIndex() < reached.getGlobalIndex();
    }

    // Axon's classes take null where there is no position yet, but do not say so.
    @SuppressWarnings("NullAway")
    private static @Nullable TrackingToken read(ByteBuffer in) {
        byte kind = in.get();
        return switch (kind) {
            case NONE -> null;
            case POSITION -> new GlobalSequenceTrackingToken(in.getLong());
            case REPLAY -> {
                TrackingToken atReset = read(in);
                yield ReplayToken.createReplayToken(atReset, read(in));
            }
            case MERGE -> {
                TrackingToken lower = read(in);
                yield new MergedTrackingToken(lower, read(in));
            }
            case FIRST -> TrackingToken.FIRST;
            case LATEST -> TrackingToken.LATEST;
            default -> throw new IllegalArgumentException("a stored token of unknown kind " + kind);
        };
    }
}
