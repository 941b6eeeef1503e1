package jp.tenken.runtime.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of record, taken apart and put together without reflection at every value. Immutable.
 *
 * @param components in order
 * @param canonical takes all values in one array and gives the record
 */
record RecordShape(List<Component> components, MethodHandle canonical) {

    /**
     * A component.
     *
     * @param name of it
     * @param type as declared
     * @param value reads it off a record
     */
    record Component(String name, Type type, Function<Object, @Nullable Object> value) {}

    /** The shape of a record class, public or not. */
    static RecordShape of(Class<?> type) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            RecordComponent[] parts = type.getRecordComponents();
            Component[] components = new Component[parts.length];
            for (int i = 0; i < parts.length; i++) {
                RecordComponent part = parts[i];
                components[i] =
                        new Component(
                                part.getName(),
                                part.getGenericType(),
                                Lambdas.function(lookup, lookup.unreflect(part.getAccessor())));
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            MethodHandle constructor =
                    lookup.findConstructor(type, MethodType.methodType(void.class, types));
            return new RecordShape(
                    List.of(components),
                    constructor
                            .asSpreader(Object[].class, parts.length)
                            .asType(MethodType.methodType(Object.class, Object[].class)));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(type + " is closed to the JSON of records", hidden);
        }
    }
}
