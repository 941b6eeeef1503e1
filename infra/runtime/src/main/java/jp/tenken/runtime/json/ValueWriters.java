package jp.tenken.runtime.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.tenken.kernel.TextValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds out once per type of row how its values are written, so that writing a row looks at no
 * class. What comes out is what the mapper writes, to the byte; what is of no kind that rows are
 * made of is left to the mapper itself. For one thread.
 */
final class ValueWriters {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final Set<Class<?>> PLAIN =
            Set.of(int.class, long.class, boolean.class, Integer.class, Long.class, Boolean.class);

    private final JsonMapper mapper;
    private final Map<Class<?>, Fields> records = new HashMap<>();

    ValueWriters(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The writer of a row, which is no part of another. */
    ValueWriter of(Class<?> row) {
        return row.isRecord() && !TextValue.class.isAssignableFrom(row)
                ? fields(row)
                : of((Type) row);
    }

    private ValueWriter of(Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw) {
            return generic(raw, generic.getActualTypeArguments());
        }
        return type instanceof Class<?> plain ? plain(plain) : this::any;
    }

    private ValueWriter generic(Class<?> raw, Type[] arguments) {
        if (raw == List.class || raw == Set.class || raw == Collection.class) {
            return part(new Elements(of(arguments[0])));
        }
        if (raw == Map.class && arguments[0] instanceof Class<?> key) {
            if (key == String.class) {
                return part(new Entries(String.class::cast, of(arguments[1])));
            }
            if (TextValue.class.isAssignableFrom(key) && !key.isEnum()) {
                return part(new Entries(ValueWriters::text, of(arguments[1])));
            }
        }
        return this::any;
    }

    private ValueWriter plain(Class<?> type) {
        if (type == String.class) {
            return (value, json) -> json.text((String) value, mapper);
        }
        if (TextValue.class.isAssignableFrom(type)) {
            return (value, json) -> json.text(text(value), mapper);
        }
        if (type.isEnum()) {
            return (value, json) ->
                    json.text(((Enum<?>) value).name().toLowerCase(Locale.ROOT), mapper);
        }
        if (type == Instant.class || type == LocalDate.class) {
            return (value, json) -> json.text(value.toString(), mapper);
        }
        if (PLAIN.contains(type)) {
            return (value, json) -> json.ascii(value.toString());
        }
        return type.isRecord() ? part(fields(type)) : this::any;
    }

    private static String text(Object value) {
        return ((TextValue) value).value();
    }

    private void any(Object value, RowDocument.Writing json) {
        json.raw(mapper.writeValueAsBytes(value));
    }

    private static ValueWriter part(ValueWriter writer) {
        return (value, json) -> {
            if (!json.copied(value)) {
                int from = json.length();
                writer.write(value, json);
                json.wrote(value, from);
            }
        };
    }

    /** Known before its components are, since a record may hold others of its kind. */
    private Fields fields(Class<?> type) {
        Fields known = records.get(type);
        if (known == null) {
            known = new Fields();
            records.put(type, known);
            known.fields =
                    RecordShape.of(type).components().stream()
                            .map(
                                    each ->
                                            new Field(
                                                    name(each.name()),
                                                    each.value(),
                                                    of(each.type())))
                            .toArray(Field[]::new);
        }
        return known;
    }

    private byte[] name(String name) {
        return (mapper.writeValueAsString(name) + ":").getBytes(StandardCharsets.UTF_8);
    }

    private record Field(
            byte[] name, Function<Object, @Nullable Object> value, ValueWriter writer) {}

    /** A record: what is null is left out. */
    private static final class Fields implements ValueWriter {

        private Field[] fields = {};

        @Override
        public void write(Object record, RowDocument.Writing json) {
            json.sign('{');
            for (Field field : fields) {
                Object value = field.value().apply(record);
                if (value != null) {
                    json.raw(field.name());
                    field.writer().write(value, json);
                    json.sign(',');
                }
            }
            json.drop(',');
            json.sign('}');
        }
    }

    private record Elements(ValueWriter writer) implements ValueWriter {
        @Override
        public void write(Object elements, RowDocument.Writing json) {
            json.sign('[');
            for (Object each : (Collection<?>) elements) {
                element(each, writer, json);
            }
            json.drop(',');
            json.sign(']');
        }
    }

    private final class Entries implements ValueWriter {

        private final Function<Object, String> key;
        private final ValueWriter writer;

        private Entries(Function<Object, String> key, ValueWriter writer) {
            this.key = key;
            this.writer = writer;
        }

        @Override
        public void write(Object entries, RowDocument.Writing json) {
            json.sign('{');
            for (Map.Entry<?, ?> each : ((Map<?, ?>) entries).entrySet()) {
                json.text(key.apply(each.getKey()), mapper);
                json.sign(':');
                element(each.getValue(), writer, json);
            }
            json.drop(',');
            json.sign('}');
        }
    }

    private static void element(
            @Nullable Object value, ValueWriter writer, RowDocument.Writing json) {
        if (value == null) {
            json.raw(NULL);
        } else {
            writer.write(value, json);
        }
        json.sign(',');
    }
}
