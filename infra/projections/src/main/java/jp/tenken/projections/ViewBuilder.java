package jp.tenken.projections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a view consists of. Not thread-safe; used once.
 *
 * @param <R> the row
 */
public final class ViewBuilder<R> {

    private static final int LONGEST_NAME = 40;

    final ViewName name;
    final Class<R> rowType;
    final Map<String, List<ViewHandler<R>>> handlers = new HashMap<>();
    final Map<String, Facet<R, Set<String>>> attributes = new LinkedHashMap<>();
    Facet<R, String> sort = Facet.of(row -> "");
    Facet<R, String> text = Facet.of(row -> "");
    @Nullable String partition;

    ViewBuilder(ViewName name, Class<R> rowType) {
        this.name = name;
        this.rowType = rowType;
    }

    /**
     * What lists order by, ascending by UTF-16 code unit, then by key. Without it, by key alone.
     */
    public ViewBuilder<R> sort(Function<R, String> of) {
        sort = Facet.of(of);
        return this;
    }

    /**
     * What free-text search looks into, already folded as the query will be. Without it, nothing.
     */
    public ViewBuilder<R> text(Function<R, String> of) {
        text = Facet.of(of);
        return this;
    }

    /**
     * As {@link #text(Function)}, where the text follows from a part of the row: as long as the
     * part is the same object, the text is not made again.
     */
    public <P> ViewBuilder<R> text(Function<R, P> part, Function<P, String> of) {
        text = Facet.of(part, of);
        return this;
    }

    /**
     * Declares an attribute with one value per row; null = none. Names as in {@link ViewSchema}.
     */
    public ViewBuilder<R> attribute(String attribute, Function<R, @Nullable String> of) {
        return attributes(
                attribute,
                row -> {
                    String value = of.apply(row);
                    return value == null ? Set.of() : Set.of(value);
                });
    }

    /** Declares an attribute with any number of values per row. Names as in {@link ViewSchema}. */
    public ViewBuilder<R> attributes(
            String attribute, Function<R, ? extends Collection<String>> of) {
        return attributes(attribute, Function.identity(), of);
    }

    /**
     * As {@link #attributes(String, Function)}, where the values follow from a part of the row: as
     * long as the part is the same object, they are not computed again.
     */
    public <P> ViewBuilder<R> attributes(
            String attribute, Function<R, P> part, Function<P, ? extends Collection<String>> of) {
        Facet<R, Set<String>> facet = Facet.of(part, value -> Set.copyOf(of.apply(value)));
        if (attributes.putIfAbsent(attribute, facet) != null) {
            throw new IllegalArgumentException(name + " has two attributes " + attribute);
        }
        return this;
    }

    /**
     * Keeps the rows of all tenants together in one partition, for a directory that spans tenants.
     * Keys must then be the tenant or begin with {@code tenant/}, so that tenants cannot meet; and
     * as sequences are per tenant, only the live rows of such a view may be listed.
     *
     * @param shared never blank, and no tenant
     */
    public ViewBuilder<R> keptIn(String shared) {
        partition = shared;
        return this;
    }

    /**
     * An event that makes a row which was not there: no earlier version is looked for, and the
     * commit always makes a new one. Right for whatever is born by the event, and for rows that are
     * one event each, keyed by its id.
     */
    public <E> ViewBuilder<R> insert(
            Class<E> type, View.Key<? super E> key, View.Create<R, ? super E> create) {
        return insertEach(type, (event, envelope) -> List.of(key.of(event)), create);
    }

    /** One row per event, keyed by the event's id: a history. */
    public <E> ViewBuilder<R> insertPerEvent(Class<E> type, View.Create<R, ? super E> create) {
        return insertEach(type, (event, envelope) -> List.of(envelope.eventId()), create);
    }

    /** As {@link #insert}, with keys that need the envelope, or several rows, all alike. */
    public <E> ViewBuilder<R> insertEach(
            Class<E> type, View.Keys<? super E> keys, View.Create<R, ? super E> create) {
        return insertBeside(type, keys, (event, envelope, beside) -> create.apply(event, envelope));
    }

    /**
     * As {@link #insertEach}, where the new row needs to know other rows as they stood before the
     * event: what an item's answer was, for a history. The other rows must be touched by a handler
     * of the same event that is declared behind this one and inserts nothing.
     */
    public <E> ViewBuilder<R> insertBeside(
            Class<E> type, View.Keys<? super E> keys, View.CreateBeside<R, ? super E> create) {
        return add(
                ViewHandler.of(
                        type,
                        true,
                        keys,
                        (key, row, event, envelope, beside) ->
                                create.apply(event, envelope, beside)));
    }

    /**
     * An event about a row that is there. Where there is none the event is passed over: what would
     * have made the row has been erased from the log.
     */
    public <E> ViewBuilder<R> update(
            Class<E> type, View.Key<? super E> key, View.Update<R, ? super E> update) {
        return add(
                type,
                (event, envelope) -> List.of(key.of(event)),
                (of, row, event, envelope) ->
                        row == null ? null : update.apply(row, event, envelope));
    }

    /** An event about a row that may be absent. */
    public <E> ViewBuilder<R> on(
            Class<E> type, View.Key<? super E> key, View.Evolve<R, ? super E> evolve) {
        return add(
                type,
                (event, envelope) -> List.of(key.of(event)),
                (of, row, event, envelope) -> evolve.apply(row, event, envelope));
    }

    /** An event about any number of rows; also where the key needs the envelope. */
    public <E> ViewBuilder<R> onEach(
            Class<E> type, View.Keys<? super E> keys, View.EvolveEach<R, ? super E> evolve) {
        return add(type, keys, evolve);
    }

    /**
     * As {@link #onEach}, where a row needs to know the others that the event touches: a thing that
     * comes to a second row takes from the first what the event does not say.
     */
    public <E> ViewBuilder<R> onEachBeside(
            Class<E> type, View.Keys<? super E> keys, View.EvolveEachBeside<R, ? super E> evolve) {
        return add(
                ViewHandler.of(
                        type,
                        false,
                        keys,
                        (key, row, event, envelope, beside) ->
                                evolve.apply(key, row, event, envelope, beside)));
    }

    private <E> ViewBuilder<R> add(
            Class<E> type, View.Keys<? super E> keys, View.EvolveEach<R, ? super E> evolve) {
        return add(
                ViewHandler.of(
                        type,
                        false,
                        keys,
                        (key, row, event, envelope, beside) ->
                                evolve.apply(key, row, event, envelope)));
    }

    private ViewBuilder<R> add(ViewHandler<R> handler) {
        handlers.computeIfAbsent(EventNames.of(handler.eventType()), unused -> new ArrayList<>())
                .add(handler);
        return this;
    }

    /**
     * The view.
     *
     * @throws IllegalArgumentException when the name is too long or no event is handled
     */
    public View<R> build() {
        if (name.name().length() > LONGEST_NAME || handlers.isEmpty()) {
            throw new IllegalArgumentException(
                    name
                            + " needs a name of at most "
                            + LONGEST_NAME
                            + " characters and an event to handle");
        }
        return new View<>(this);
    }
}
