package jp.tenken.eventstore.upcast;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.tenken.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * All upcasters, chained: an event of version 1 goes through 1 → 2 and 2 → 3. An event that nobody
 * upcasts comes out as the same object, so that the common case costs one look.
 *
 * <p>Immutable and thread-safe.
 */
public final class Upcasters {

    /** No upcasters: every event is of its latest version. */
    public static final Upcasters NONE = new Upcasters(Set.of());

    private record Shape(String name, String version) {}

    private final Map<Shape, Upcaster> byShape = new HashMap<>();

    /**
     * Chains upcasters.
     *
     * @throws IllegalArgumentException when two take the same shape, or when a chain never ends
     */
    public Upcasters(Collection<? extends Upcaster> upcasters) {
        for (Upcaster upcaster : upcasters) {
            if (byShape.put(new Shape(upcaster.name(), upcaster.from()), upcaster) != null) {
                throw new IllegalArgumentException(
                        "two upcasters take %s v%s".formatted(upcaster.name(), upcaster.from()));
            }
        }
        byShape.keySet().forEach(this::refuseCircle);
    }

    /** The event in its latest shape; id, time, tags and metadata stay. */
    public StoredEvent upcast(StoredEvent event) {
        if (byShape.isEmpty()) {
            return event;
        }
        StoredEvent shaped = event;
        for (Upcaster step = find(shaped); step != null; step = find(shaped)) {
            shaped =
                    new StoredEvent(
                            shaped.id(),
                            step.toName(),
                            step.to(),
                            shaped.timestamp(),
                            shaped.tags(),
                            shaped.metadata(),
                            step.upcast(shaped.payload()),
                            shaped.salt());
        }
        return shaped;
    }

    private @Nullable Upcaster find(StoredEvent event) {
        return byShape.get(new Shape(event.name(), event.version()));
    }

    private void refuseCircle(Shape start) {
        Set<Shape> seen = new HashSet<>();
        Shape shape = start;
        for (Upcaster step = byShape.get(shape); step != null; step = byShape.get(shape)) {
            if (!seen.add(shape)) {
                throw new IllegalArgumentException("upcasters run in a circle at " + shape);
            }
            shape = new Shape(step.toName(), step.to());
        }
    }
}
