package jp.tenken.edge.body;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Fills a request record from a JSON object, collecting everything that does not fit.
 *
 * <p>A component that is not {@code @Nullable} is required: a record says by its types what its
 * JSON may leave out. Components are single values, records, {@code List} of these, or {@code
 * Map<String, String>}.
 *
 * <p>Not Jackson's own data binding, because that stops at the first value that does not fit and
 * speaks of classes, not of fields.
 */
final class RecordBinder {

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private final FieldRules rules;
    private final List<Violation> violations;

    /** Reports to the given list. */
    RecordBinder(FieldRules rules, List<Violation> violations) {
        this.rules = rules;
        this.violations = violations;
    }

    private record Shape(RecordComponent[] components, Constructor<?> constructor) {}

    /**
     * The record. When something in it does not fit there is at least one more violation and the
     * record, unless null, is good for nothing but finding more of them.
     */
    <T> @Nullable T bind(String path, JsonNode node, Class<T> type) {
        if (!node.isObject()) {
            violations.add(new Violation(path, "field-type", Map.of("expected", "object")));
            return null;
        }
        Shape shape = SHAPES.computeIfAbsent(type, RecordBinder::shape);
        int before = violations.size();
        LinkedHashMap<String, RecordComponent> known = new LinkedHashMap<>();
        for (RecordComponent component : shape.components()) {
            known.put(component.getName(), component);
        }
        for (String name : node.propertyNames()) {
            if (!known.containsKey(name)) {
                violations.add(Violation.of(join(path, name), "field-unknown"));
            }
        }
        @Nullable Object[] values = new @Nullable Object[shape.components().length];
        int i = 0;
        for (RecordComponent component : shape.components()) {
            values[i++] =
                    component(
                            join(path, component.getName()),
                            node.get(component.getName()),
                            component);
        }
        boolean broken = violations.size() > before;
        Object record = create(path, shape, values, broken);
        if (record != null) {
            rules.check(path, record, violations);
        }
        return type.cast(record);
    }

    private @Nullable Object component(
            String path, @Nullable JsonNode node, RecordComponent component) {
        if (node == null || node.isNull()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                violations.add(Violation.of(path, "field-required"));
            }
            return null;
        }
        return value(path, node, component.getAnnotatedType(), component.getType());
    }

    private @Nullable Object value(
            String path, JsonNode node, AnnotatedType annotated, Class<?> type) {
        if (Scalars.reads(type)) {
            return Scalars.read(path, node, type, violations::add);
        }
        if (type == List.class && annotated instanceof AnnotatedParameterizedType list) {
            return list(path, node, list.getAnnotatedActualTypeArguments()[0]);
        }
        if (type == Map.class) {
            return texts(path, node);
        }
        return bind(path, node, type);
    }

    private @Nullable Object list(String path, JsonNode node, AnnotatedType element) {
        if (!node.isArray()) {
            violations.add(new Violation(path, "field-type", Map.of("expected", "array")));
            return null;
        }
        List<Object> values = new ArrayList<>(node.size());
        int before = violations.size();
        int i = 0;
        for (JsonNode each : node) {
            String at = path + "[" + i++ + "]";
            if (each.isNull()) {
                violations.add(Violation.of(at, "field-required"));
                continue;
            }
            Object value = value(at, each, element, (Class<?>) element.getType());
            if (value != null) {
                values.add(value);
            }
        }
        // A list that lost an element would be judged by a length that nobody sent.
        return violations.size() > before ? null : Collections.unmodifiableList(values);
    }

    private @Nullable Object texts(String path, JsonNode node) {
        if (!node.isObject()) {
            violations.add(new Violation(path, "field-type", Map.of("expected", "object")));
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            Object value =
                    Scalars.read(
                            join(path, each.getKey()),
                            each.getValue(),
                            String.class,
                            violations::add);
            if (value != null) {
                values.put(each.getKey(), (String) value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object create(
            String path, Shape shape, @Nullable Object[] values, boolean broken) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = absent(shape.components()[i].getType());
            }
        }
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (!broken) {
                refused(path, thrown.getCause());
            }
            return null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    // What a record's own constructor has against its values is one more thing to say, not the end.
    // A record knows its own fields, but not where it stands.
    private void refused(String path, @Nullable Throwable cause) {
        if (!(cause instanceof Rejection no) || no.kind() != Rejection.Kind.INVALID) {
            throw new IllegalStateException("a request record breaks its contract", cause);
        }
        if (no.violations().isEmpty()) {
            violations.add(new Violation(path, no.code(), no.parameters()));
        } else {
            no.violations()
                    .forEach(
                            each ->
                                    violations.add(
                                            new Violation(
                                                    join(path, each.field()),
                                                    each.code(),
                                                    each.parameters())));
        }
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : null;
    }

    private static Shape shape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record and cannot be a body");
        }
        try {
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = components[i].getType();
            }
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Shape(components, constructor);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String join(String path, String name) {
        String shown = name.length() <= 64 ? name : name.substring(0, 64) + "…";
        return path.isEmpty() ? shown : path + "." + shown;
    }
}
