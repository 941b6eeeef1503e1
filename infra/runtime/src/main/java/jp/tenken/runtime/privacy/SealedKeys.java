package jp.tenken.runtime.privacy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.tenken.kernel.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * Where sealed texts stand in payloads: in components of records, of records within them, and in
 * collections of either.
 */
final class SealedKeys {

    private SealedKeys() {}

    /** The ids of the keys of all sealed texts in a payload, in its order. */
    static Set<String> of(Object payload) {
        Set<String> ids = new LinkedHashSet<>();
        collect(payload, ids);
        return ids;
    }

    private static void collect(@Nullable Object value, Set<String> ids) {
        switch (value) {
            case SealedText text -> ids.add(text.keyId());
            case Collection<?> many -> many.forEach(each -> collect(each, ids));
            case Record parts -> {
                for (RecordComponent part : parts.getClass().getRecordComponents()) {
                    collect(value(part, parts), ids);
                }
            }
            case null, default -> {}
        }
    }

    private static @Nullable Object value(RecordComponent part, Record of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(part + " cannot be read", hidden);
        }
    }

    /** Whether payloads of this type can hold a sealed text. */
    static boolean canBeIn(Class<?> payload) {
        return canBeIn(payload, new LinkedHashSet<>());
    }

    private static boolean canBeIn(Type type, Set<Type> seen) {
        if (type == SealedText.class) {
            return true;
        }
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                if (canBeIn(argument, seen)) {
                    return true;
                }
            }
            return false;
        }
        if (type instanceof Class<?> parts && parts.isRecord() && seen.add(type)) {
            for (RecordComponent part : parts.getRecordComponents()) {
                if (canBeIn(part.getGenericType(), seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
