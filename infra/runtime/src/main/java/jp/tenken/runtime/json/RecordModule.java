package jp.tenken.runtime.json;

import jp.tenken.kernel.TextValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads records by what a record is, its components in order: the general way gathers arguments in
 * a buffer and calls factories by reflection. What comes out is the same. Annotations on records
 * are not looked at.
 */
final class RecordModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    RecordModule() {
        super("tenken-records");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Readers());
    }

    private static boolean isRecord(Class<?> type) {
        return type.isRecord() && !TextValue.class.isAssignableFrom(type);
    }

    private static final class Readers extends Deserializers.Base {

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isRecord(type);
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isRecord(type.getRawClass()) ? new RecordReader(type) : null;
        }
    }
}
