package jp.tenken.runtime.json;

import java.lang.reflect.Type;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.ConversionException;
import org.axonframework.conversion.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Axon's converter over {@link PayloadJson}: objects to bytes and bytes to objects. Axon's own is
 * built on Jackson 2; two generations of it in one log would write two forms of the same date.
 */
public final class PayloadConverter implements Converter {

    private final PayloadJson json;

    /** Over the JSON of everything stored. */
    public PayloadConverter(PayloadJson json) {
        this.json = json;
    }

    @Override
    public boolean canConvert(Type sourceType, Type targetType) {
        return sourceType.equals(targetType)
                || targetType == byte[].class
                || sourceType == byte[].class;
    }

    @Override
    @SuppressWarnings({
        "unchecked",
        "NullAway"
    }) // the target fixes the type; Axon passes null through
    public <T> @Nullable T convert(@Nullable Object input, Type targetType) {
        if (input == null || (targetType instanceof Class<?> target && target.isInstance(input))) {
            return (T) input;
        }
        try {
            if (targetType == byte[].class) {
                return (T) json.write(input);
            }
            if (input instanceof byte[] bytes) {
                return (T) json.read(bytes, targetType);
            }
        } catch (JacksonException unreadable) {
            throw new ConversionException(
                    "cannot convert to " + targetType.getTypeName(), unreadable);
        }
        throw new ConversionException(
                "cannot convert %s to %s"
                        .formatted(input.getClass().getName(), targetType.getTypeName()));
    }

    @Override
    public void describeTo(ComponentDescriptor descriptor) {
        descriptor.describeProperty("json", "Jackson 3");
    }
}
