package jp.tenken.runtime.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Type;
import jp.tenken.projections.RowCodec;
import jp.tenken.projections.RowCodecs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of what is stored: camelCase, in the order of the record's components, absent values left
 * out, dates and instants as ISO-8601 text.
 *
 * <p>Reading passes over fields that it does not know, because a newer program may have written
 * them while this one still runs. Thread-safe.
 */
public final class PayloadJson implements RowCodecs {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .addModule(new RecordModule())
                    .addModule(new TextValueModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    /** The value as UTF-8 JSON. */
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /**
     * The value of a type.
     *
     * @throws tools.jackson.core.JacksonException when the bytes are not such a value
     */
    public Object read(byte[] json, Type type) {
        return mapper.readerFor(mapper.constructType(type)).readValue(json);
    }

    @Override
    public <R> RowCodec<R> of(Class<R> rowType) {
        ValueWriter writer = new ValueWriters(mapper).of(rowType);
        ObjectReader reader = mapper.readerFor(rowType);
        return new RowCodec<>() {
            @Override
            public byte[] encode(R row) {
                return encode(row, null).document();
            }

            @Override
            public Encoded encode(R row, @Nullable Encoded before) {
                RowDocument.Writing writing = new RowDocument.Writing((RowDocument) before);
                writer.write(row, writing);
                return writing.done();
            }

            @Override
            public R decode(byte[] document) {
                return reader.readValue(document);
            }
        };
    }
}
