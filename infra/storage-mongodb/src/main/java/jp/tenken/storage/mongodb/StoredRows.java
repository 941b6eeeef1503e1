package jp.tenken.storage.mongodb;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.tenken.projections.Row;
import jp.tenken.projections.RowKey;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * How versions are written as documents: the one place that knows the names of their fields.
 *
 * <p>A live row has {@code _id, s, p}, and unless it is gone {@code t, o, a, x, d}. One of the past
 * has its end {@code u} and its key {@code k} as well. What is gone has no tenant, so that no list
 * comes across it. Stateless.
 */
final class StoredRows implements Codec<StoredRow> {

    static final String ID = "_id";
    static final String TENANT = "t";
    static final String KEY = "k";
    static final String SINCE = "s";
    static final String UNTIL = "u";
    static final String POSITION = "p";
    static final String SORT = "o";
    static final String TEXT = "x";
    static final String ATTRIBUTES = "a";
    static final String DOCUMENT = "d";

    private final boolean past;

    /** Of live rows, or of those of the past. */
    StoredRows(boolean past) {
        this.past = past;
    }

    /** The field of an attribute's values. */
    static String attribute(String name) {
        return ATTRIBUTES + "." + name;
    }

    @Override
    public Class<StoredRow> getEncoderClass() {
        return StoredRow.class;
    }

    @Override
    public void encode(BsonWriter out, StoredRow stored, EncoderContext context) {
        Row row = stored.row();
        out.writeStartDocument();
        out.writeString(ID, id(row));
        out.writeInt64(POSITION, stored.at());
        content(out, stored);
        out.writeEndDocument();
    }

    String id(Row row) {
        return past ? RowIds.past(row.key(), row.since()) : RowIds.live(row.key());
    }

    /** All but the {@code _id} and the position, into an open document. */
    void content(BsonWriter out, StoredRow stored) {
        Row row = stored.row();
        out.writeInt64(SINCE, row.since());
        if (past) {
            out.writeInt64(UNTIL, row.until());
            out.writeString(KEY, OrderedText.encode(row.key().key()));
        }
        if (!stored.removal()) {
            out.writeString(TENANT, OrderedText.encode(row.key().tenant()));
            out.writeString(SORT, OrderedText.encode(row.sort()));
            attributes(out, row.attributes());
            out.writeString(TEXT, OrderedText.encode(row.text()));
            out.writeBinaryData(DOCUMENT, new BsonBinary(row.document()));
        }
    }

    /** What a removal lacks. */
    static List<String> absentInRemovals() {
        return List.of(TENANT, SORT, ATTRIBUTES, TEXT, DOCUMENT);
    }

    private static void attributes(BsonWriter out, Map<String, Set<String>> attributes) {
        out.writeStartDocument(ATTRIBUTES);
        attributes.forEach(
                (name, values) -> {
                    out.writeStartArray(name);
                    new TreeSet<>(values)
                            .forEach(value -> out.writeString(OrderedText.encode(value)));
                    out.writeEndArray();
                });
        out.writeEndDocument();
    }

    @Override
    public StoredRow decode(BsonReader in, DecoderContext context) {
        Fields fields = new Fields();
        in.readStartDocument();
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            fields.read(in);
        }
        in.readEndDocument();
        return fields.row();
    }

    /** A document half read. */
    private static final class Fields {

        private String id = "";
        private @Nullable String key;
        private long since;
        private long until = Row.OPEN;
        private long at;
        private String sort = "";
        private String text = "";
        private Map<String, Set<String>> attributes = Map.of();
        private byte @Nullable [] document;

        void read(BsonReader in) {
            switch (in.readName()) {
                case ID -> id = in.readString();
                case KEY -> key = OrderedText.decode(in.readString());
                case SINCE -> since = in.readInt64();
                case UNTIL -> until = in.readInt64();
                case POSITION -> at = in.readInt64();
                case SORT -> sort = OrderedText.decode(in.readString());
                case TEXT -> text = OrderedText.decode(in.readString());
                case ATTRIBUTES -> attributes = attributes(in);
                case DOCUMENT -> document = in.readBinaryData().getData();
                default -> in.skipValue();
            }
        }

        private static Map<String, Set<String>> attributes(BsonReader in) {
            Map<String, Set<String>> attributes = new LinkedHashMap<>();
            in.readStartDocument();
            while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
                Set<String> values = new HashSet<>();
                attributes.put(in.readName(), values);
                in.readStartArray();
                while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
                    values.add(OrderedText.decode(in.readString()));
                }
                in.readEndArray();
            }
            in.readEndDocument();
            return attributes;
        }

        StoredRow row() {
            RowKey live = RowIds.key(id);
            RowKey whose = key == null ? live : new RowKey(live.tenant(), key);
            byte[] content = document;
            Row row =
                    content == null
                            ? Row.removal(whose, since)
                            : new Row(whose, since, until, sort, text, attributes, content);
            return new StoredRow(row, at);
        }
    }
}
