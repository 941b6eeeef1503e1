package jp.tenken.testkit.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whether what is reachable from a record can change: it may hold values, enumerations, records of
 * the same kind, and collections of such that show no implementation which could be written to. Not
 * thread-safe.
 */
final class Unchanging {

    private static final Set<Class<?>> VALUES =
            Set.of(
                    String.class,
                    Boolean.class,
                    Integer.class,
                    Long.class,
                    Double.class,
                    Character.class,
                    UUID.class);
    private static final Set<Class<?>> COLLECTIONS =
            Set.of(
                    List.class,
                    Set.class,
                    Map.class,
                    SortedSet.class,
                    SortedMap.class,
                    Optional.class);

    private final Set<Class<?>> seen = new HashSet<>();
    private final TreeSet<String> offences = new TreeSet<>();

    /** Looks at one that has to be a record, and at all that it holds. */
    void record(Class<?> type) {
        if (!type.isRecord()) {
            offences.add(type.getName() + " is no record");
        } else if (seen.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                held(type.getName() + "." + component.getName(), component.getGenericType());
            }
        }
    }

    /** What can change, and where. */
    TreeSet<String> offences() {
        return offences;
    }

    private void held(String where, Type type) {
        switch (type) {
            case ParameterizedType parameterized -> {
                held(where, parameterized.getRawType());
                for (Type argument : parameterized.getActualTypeArguments()) {
                    held(where, argument);
                }
            }
            case WildcardType wildcard -> held(where, wildcard.getUpperBounds()[0]);
            case Class<?> raw -> held(where, raw);
            default -> offences.add(where + " is of unclear type " + type);
        }
    }

    private void held(String where, Class<?> type) {
        if (type.isPrimitive()
                || type.isEnum()
                || VALUES.contains(type)
                || COLLECTIONS.contains(type)
                || type.getPackageName().startsWith("java.time")) {
            return;
        }
        if (type.isRecord()) {
            record(type);
        } else if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                held(where, permitted);
            }
        } else if (!isFrozen(type)) {
            offences.add(where + " can change: " + type.getName());
        } else if (seen.add(type)) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    held(type.getName() + "." + field.getName(), field.getGenericType());
                }
            }
        }
    }

    /** A final class whose fields are all private and final. */
    private static boolean isFrozen(Class<?> type) {
        if (!Modifier.isFinal(type.getModifiers()) || !type.getName().startsWith("jp.tenken.")) {
            return false;
        }
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())
                    && (field.getModifiers() & (Modifier.PRIVATE | Modifier.FINAL))
                            != (Modifier.PRIVATE | Modifier.FINAL)) {
                return false;
            }
        }
        return true;
    }
}
