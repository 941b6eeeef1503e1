package jp.tenken.runtime.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads one type of record. Fields that it does not know are passed over; what is absent is null,
 * or refused where the component is a number.
 */
final class RecordReader extends StdDeserializer<Object> {

    private final JavaType type;
    private final transient RecordShape shape;
    private final List<String> names;
    private ValueDeserializer<?>[] readers = {};
    private @Nullable PropertyNameMatcher matcher;

    RecordReader(JavaType type) {
        super(type);
        this.type = type;
        this.shape = RecordShape.of(type.getRawClass());
        this.names = shape.components().stream().map(RecordShape.Component::name).toList();
    }

    /** A name as matchers want it. */
    private record Name(String getName) implements Named {
        @Override
        public String getName() {
            return getName;
        }
    }

    /** Looks for the readers of the components; afterwards nothing changes any more. */
    @Override
    public void resolve(DeserializationContext context) {
        List<ValueDeserializer<?>> found = new ArrayList<>();
        List<Named> matched = new ArrayList<>();
        for (RecordShape.Component each : shape.components()) {
            JavaType declared =
                    context.getTypeFactory().resolveMemberType(each.type(), type.getBindings());
            found.add(context.findContextualValueDeserializer(declared, null));
            matched.add(new Name(each.name()));
        }
        readers = found.toArray(ValueDeserializer<?>[]::new);
        matcher = context.tokenStreamFactory().constructNameMatcher(matched, false);
    }

    @Override
    public @Nullable Object deserialize(JsonParser json, DeserializationContext context) {
        if (!json.isExpectedStartObjectToken()) {
            return context.handleUnexpectedToken(type, json);
        }
        PropertyNameMatcher known = Objects.requireNonNull(matcher);
        @Nullable Object[] values = new Object[readers.length];
        boolean[] present = new boolean[readers.length];
        for (int at = json.nextNameMatch(known);
                at != PropertyNameMatcher.MATCH_END_OBJECT;
                at = json.nextNameMatch(known)) {
            JsonToken token = json.nextToken();
            if (at >= 0) {
                values[at] = value(at, token, json, context);
                present[at] = true;
            } else if (at == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
                json.skipChildren();
            } else {
                return context.handleUnexpectedToken(type, json);
            }
        }
        for (int at = 0; at < present.length; at++) {
            if (!present[at]) {
                values[at] = absent(at, context);
            }
        }
        return made(values, context);
    }

    private @Nullable Object value(
            int at, JsonToken token, JsonParser json, DeserializationContext context) {
        try {
            return token == JsonToken.VALUE_NULL
                    ? readers[at].getNullValue(context)
                    : readers[at].deserialize(json, context);
        } catch (RuntimeException failure) {
            throw at(at, failure, context);
        }
    }

    private @Nullable Object absent(int at, DeserializationContext context) {
        try {
            return readers[at].getAbsentValue(context);
        } catch (RuntimeException failure) {
            throw at(at, failure, context);
        }
    }

    private JacksonException at(
            int component, RuntimeException failure, DeserializationContext context) {
        return DatabindException.wrapWithPath(
                context,
                failure,
                new JacksonException.Reference(type.getRawClass(), names.get(component)));
    }

    private @Nullable Object made(@Nullable Object[] values, DeserializationContext context) {
        try {
            return (Object) shape.canonical().invokeExact(values);
        } catch (Throwable refused) {
            return context.handleInstantiationProblem(type.getRawClass(), null, refused);
        }
    }
}
