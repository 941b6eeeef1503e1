package jp.tenken.runtime.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.function.Function;
import jp.tenken.kernel.TextValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes every {@link TextValue} as its text and reads it by its factory, also as a map's key;
 * writes words of an enumeration in lower case.
 */
final class TextValueModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    TextValueModule() {
        super("tenken-text-values");
        addSerializer(new Words());
        addSerializer(new Texts());
        addKeySerializer(TextValue.class, new TextKeys());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new TextDeserializers());
        KeyDeserializers keys =
                (type, config, description) ->
                        isTextValue(type.getRawClass()) ? new TextKey(type.getRawClass()) : null;
        context.addKeyDeserializers(keys);
    }

    private static boolean isTextValue(Class<?> type) {
        return TextValue.class.isAssignableFrom(type) && type != TextValue.class;
    }

    /**
     * The factory that every text value has: {@code public static T of(String)}, called through a
     * class made for it, since events and rows are full of such values.
     */
    private record Factory(Function<String, Object> of) {

        static Factory of(Class<?> type) {
            try {
                MethodHandles.Lookup lookup =
                        MethodHandles.privateLookupIn(type, MethodHandles.lookup());
                MethodHandle of =
                        lookup.findStatic(type, "of", MethodType.methodType(type, String.class));
                return new Factory(Lambdas.function(lookup, of));
            } catch (ReflectiveOperationException missing) {
                throw new IllegalStateException(type + " has no public static of(String)", missing);
            }
        }

        Object make(String text) {
            return of.apply(text);
        }
    }

    private static final class Texts extends StdSerializer<TextValue> {

        Texts() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.value());
        }
    }

    private static final class TextKeys extends StdSerializer<TextValue> {

        TextKeys() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator json, SerializationContext context) {
            json.writeName(value.value());
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

    private static final class TextDeserializers extends Deserializers.Base {

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isTextValue(type);
        }

        @Override
        public ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return text(type);
        }

        @Override
        public ValueDeserializer<?> findEnumDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return text(type);
        }

        @SuppressWarnings("NullAway") // null means: not mine
        private static ValueDeserializer<?> text(JavaType type) {
            return isTextValue(type.getRawClass()) ? new Text(type.getRawClass()) : null;
        }
    }

    private static final class Text extends StdDeserializer<Object> {

        private final transient Factory factory;

        Text(Class<?> type) {
            super(type);
            factory = Factory.of(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return factory.make(json.getString());
        }
    }

    private static final class TextKey extends KeyDeserializer {

        private final Factory factory;

        TextKey(Class<?> type) {
            factory = Factory.of(type);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return factory.make(key);
        }
    }
}
