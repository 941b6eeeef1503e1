package jp.tenken.storage.sqlite;

import java.nio.ByteBuffer;
import java.util.UUID;

/** A UUID as its 16 bytes, most significant first. */
final class UuidBytes {

    private static final int LENGTH = 16;

    private UuidBytes() {}

    static byte[] encode(UUID uuid) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static UUID decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
