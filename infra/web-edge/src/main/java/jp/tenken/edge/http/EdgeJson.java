package jp.tenken.edge.http;

import java.util.Locale;
import jp.tenken.kernel.TextValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How answers are written as JSON: instants and dates as ISO-8601, text values as their text, words
 * of an enumeration in lower case, absent values as null.
 */
public final class EdgeJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(
                            new SimpleModule("tenken")
                                    .addSerializer(new Words())
                                    .addSerializer(new TextValues()))
                    .build();

    private EdgeJson() {}

    /** A record, list or map as UTF-8 JSON. */
    public static byte[] write(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    private static final class TextValues extends StdSerializer<TextValue> {

        TextValues() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.value());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Words extends StdSerializer<Enum> {

        Words() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator json, SerializationContext context) {
            json.writeString(
                    value instanceof TextValue text
                            ? text.value()
                            : value.name().toLowerCase(Locale.ROOT));
        }
    }
}
