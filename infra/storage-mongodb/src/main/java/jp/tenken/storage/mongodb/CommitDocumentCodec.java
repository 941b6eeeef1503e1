package jp.tenken.storage.mongodb;

import java.util.Set;
import java.util.UUID;
import jp.tenken.eventstore.Hash;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Writes and reads the documents of the log straight to and from the wire: between a commit's bytes
 * and the driver's buffer lies one copy. Stateless and thread-safe.
 */
final class CommitDocumentCodec implements Codec<CommitDocument> {

    private static final UUID NO_ID = new UUID(0, 0);
    private static final byte[] NOTHING = {};

    @Override
    public Class<CommitDocument> getEncoderClass() {
        return CommitDocument.class;
    }

    @Override
    public void encode(BsonWriter writer, CommitDocument document, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt64(CommitDocument.POSITION, document.position());
        writer.writeInt64(CommitDocument.END, document.end());
        writer.writeBinaryData(CommitDocument.APPEND, new BsonBinary(document.appendId()));
        writer.writeString(CommitDocument.TENANT, document.tenant());
        writer.writeInt64(CommitDocument.SEQUENCE, document.sequence());
        writer.writeInt64(CommitDocument.RECORDED, document.recordedAt());
        writer.writeBinaryData(CommitDocument.HASH, new BsonBinary(document.hash().bytes()));
        write(writer, CommitDocument.KEYS, document.keys());
        write(writer, CommitDocument.TYPES, document.types());
        write(writer, CommitDocument.CHAINS, document.chains());
        writer.writeBinaryData(CommitDocument.CONTENT, new BsonBinary(document.content()));
        writer.writeEndDocument();
    }

    private static void write(BsonWriter writer, String name, Set<String> texts) {
        writer.writeStartArray(name);
        texts.forEach(writer::writeString);
        writer.writeEndArray();
    }

    /** Keys, types and chains are there to be found by; nobody reads them back. */
    @Override
    public CommitDocument decode(BsonReader reader, DecoderContext context) {
        long position = 0;
        long end = 0;
        UUID appendId = NO_ID;
        String tenant = "";
        long sequence = 0;
        long recordedAt = 0;
        Hash hash = Hash.NONE;
        byte[] content = NOTHING;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case CommitDocument.POSITION -> position = reader.readInt64();
                case CommitDocument.END -> end = reader.readInt64();
                case CommitDocument.APPEND -> appendId = reader.readBinaryData().asUuid();
                case CommitDocument.TENANT -> tenant = reader.readString();
                case CommitDocument.SEQUENCE -> sequence = reader.readInt64();
                case CommitDocument.RECORDED -> recordedAt = reader.readInt64();
                case CommitDocument.HASH -> hash = Hash.of(reader.readBinaryData().getData());
                case CommitDocument.CONTENT -> content = reader.readBinaryData().getData();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new CommitDocument(
                position,
                end,
                appendId,
                tenant,
                sequence,
                recordedAt,
                hash,
                Set.of(),
                Set.of(),
                Set.of(),
                content);
    }
}
