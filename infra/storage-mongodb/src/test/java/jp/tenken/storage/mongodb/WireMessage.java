package jp.tenken.storage.mongodb;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One message of MongoDB's wire protocol, whole: a header of four numbers of 32 bits (length, id,
 * id of what it answers, kind) and a body.
 *
 * @param bytes of all of it, the header included
 */
record WireMessage(byte[] bytes) {

    private static final int HEADER = 16;
    private static final int FLAGS = 4;
    private static final int LONGEST = 64 << 20;

    /** The kind that carries commands and their answers; others are handed on unread. */
    private static final int COMMAND = 2013;

    /** The next message; null when the connection ended between two. */
    static @Nullable WireMessage read(DataInputStream from) throws IOException {
        byte[] first = from.readNBytes(Integer.BYTES);
        if (first.length == 0) {
            return null;
        }
        int length = number(first, 0);
        if (first.length < Integer.BYTES || length < HEADER || length > LONGEST) {
            throw new EOFException("no message");
        }
        byte[] all = new byte[length];
        System.arraycopy(first, 0, all, 0, first.length);
        from.readFully(all, first.length, length - first.length);
        return new WireMessage(all);
    }

    int id() {
        return number(bytes, 4);
    }

    int answerTo() {
        return number(bytes, 8);
    }

    /** The name of the command; empty for what this does not read. */
    String command() {
        BsonDocument document = document();
        return document.isEmpty() ? "" : document.getFirstKey();
    }

    /** The command or its answer, without documents that travel beside it. */
    BsonDocument document() {
        if (number(bytes, 12) != COMMAND || bytes[HEADER + FLAGS] != 0) {
            return new BsonDocument();
        }
        int start = HEADER + FLAGS + 1;
        ByteBuffer body = ByteBuffer.wrap(bytes, start, bytes.length - start).slice();
        try (BsonBinaryReader reader = new BsonBinaryReader(body)) {
            return new BsonDocumentCodec().decode(reader, DecoderContext.builder().build());
        }
    }

    /** The same answer with another content. */
    WireMessage saying(BsonDocument document) {
        try (BasicOutputBuffer body = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(body)) {
            new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
            byte[] content = body.toByteArray();
            ByteBuffer all =
                    ByteBuffer.allocate(HEADER + FLAGS + 1 + content.length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(HEADER + FLAGS + 1 + content.length)
                            .putInt(id())
                            .putInt(answerTo())
                            .putInt(COMMAND)
                            .putInt(0)
                            .put((byte) 0)
                            .put(content);
            return new WireMessage(all.array());
        }
    }

    private static int number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
