package jp.tenken.projections;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A view as a value: its name, the record that is its row, which events touch which rows and how,
 * and by what rows are found again. It does no I/O and keeps no state; the functions in it must be
 * pure, because a rebuild runs them again and must arrive at the same rows.
 *
 * <pre>{@code
 * static final View<ContractRow> VIEW =
 *         View.of("contract_status", 1, ContractRow.class)
 *                 .sort(ContractRow::contractNumber)
 *                 .attribute("contractor", ContractRow::contractorId)
 *                 .attributes("department", ContractRow::departments)
 *                 .insert(ContractRegistered.class, e -> e.contractId(), (e, envelope) -> ContractRow.of(e))
 *                 .update(ItemDecided.class, e -> e.contractId(), (row, e, envelope) -> row.decided(e))
 *                 .build();
 * }</pre>
 *
 * <p>Keys come from the event alone; a view reads no other view, and of its own other rows only
 * those that the event touches as well, see {@link ViewBuilder#insertBeside}. A row belongs to the
 * tenant of its event, see {@link ViewBuilder#keptIn} for the one exception.
 *
 * @param <R> the row: an immutable record with value equality. A row that equals the one before
 *     makes no new version
 */
public final class View<R> {

    private final ViewSchema schema;
    private final Class<R> rowType;
    private final @Nullable String partition;
    private final Map<String, List<ViewHandler<R>>> handlers;
    private final Facet<R, String> sort;
    private final Facet<R, String> text;
    private final Map<String, Facet<R, Set<String>>> attributes;
    private final boolean insertOnly;

    View(ViewBuilder<R> from) {
        this.schema = new ViewSchema(from.name, List.copyOf(from.attributes.keySet()));
        this.rowType = from.rowType;
        this.partition = from.partition;
        Map<String, List<ViewHandler<R>>> copy = new HashMap<>();
        from.handlers.forEach((name, list) -> copy.put(name, List.copyOf(list)));
        this.handlers = copy;
        this.sort = from.sort;
        this.text = from.text;
        this.attributes = new LinkedHashMap<>(from.attributes);
        this.insertOnly =
                copy.values().stream().flatMap(List::stream).allMatch(ViewHandler::insert);
    }

    /** The key of the one row that an event touches. Pure. */
    @FunctionalInterface
    public interface Key<E> {
        /** Never blank. */
        String of(E event);
    }

    /** The keys of all rows that an event touches. Pure. */
    @FunctionalInterface
    public interface Keys<E> {
        /** None blank; duplicates count once; empty = the event touches no row. */
        Collection<String> of(E event, Envelope envelope);
    }

    /** Makes the first version of a row. Pure. */
    @FunctionalInterface
    public interface Create<R, E> {
        /** The new row. */
        R apply(E event, Envelope envelope);
    }

    /**
     * The other rows that an event's commit touches, as they stand when the event arrives: so a row
     * can say what was before, and a rebuild says the same.
     */
    @FunctionalInterface
    public interface Beside<R> {
        /**
         * The row of another key; null when there is none.
         *
         * @throws IllegalArgumentException when the commit does not touch the key otherwise than by
         *     inserting it: its row has not been looked for
         */
        @Nullable R row(String key);
    }

    /** Makes the first version of a row from an event and the rows beside it. Pure. */
    @FunctionalInterface
    public interface CreateBeside<R, E> {
        /** The new row. */
        R apply(E event, Envelope envelope, Beside<R> beside);
    }

    /** Changes a row that is there. Pure. */
    @FunctionalInterface
    public interface Update<R, E> {
        /**
         * The row after the event; null removes it. The same or an equal row makes no new version.
         */
        @Nullable R apply(R row, E event, Envelope envelope);
    }

    /** Changes a row that may be absent. Pure. */
    @FunctionalInterface
    public interface Evolve<R, E> {
        /**
         * The row after the event; null removes it. The same or an equal row makes no new version.
         */
        @Nullable R apply(@Nullable R row, E event, Envelope envelope);
    }

    /** As {@link Evolve}, for events that touch several rows. Pure. */
    @FunctionalInterface
    public interface EvolveEach<R, E> {
        /** The row of {@code key} after the event; null removes it. */
        @Nullable R apply(String key, @Nullable R row, E event, Envelope envelope);
    }

    /**
     * As {@link EvolveEach}, for rows that need to know the others that the event touches. Pure.
     */
    @FunctionalInterface
    public interface EvolveEachBeside<R, E> {
        /** The row of {@code key} after the event; null removes it. */
        @Nullable R apply(
                String key, @Nullable R row, E event, Envelope envelope, Beside<R> beside);
    }

    /**
     * Begins a view.
     *
     * @param name as in {@link ViewName}, at most 40 characters so that a rebuild's name fits
     *     beside it
     * @param version of the row's shape and of the functions: another outcome is another version
     */
    public static <R> ViewBuilder<R> of(String name, int version, Class<R> rowType) {
        return new ViewBuilder<>(new ViewName(name, version), rowType);
    }

    /** Name and attributes, for the store. */
    public ViewSchema schema() {
        return schema;
    }

    /** The view's name. */
    public ViewName name() {
        return schema.name();
    }

    /** The record that is the row. */
    public Class<R> rowType() {
        return rowType;
    }

    /** Whether every handler is an insert, so that rows are never read back to go on. */
    public boolean insertOnly() {
        return insertOnly;
    }

    /**
     * What this view does with an event, in order of declaration; empty for events it does not
     * handle. O(1).
     */
    public List<ViewHandler<R>> handlers(String eventName) {
        return handlers.getOrDefault(eventName, List.of());
    }

    /** Names of all events that the view handles. */
    public Set<String> eventNames() {
        return Set.copyOf(handlers.keySet());
    }

    /**
     * Where a row of a tenant is kept.
     *
     * @throws IllegalArgumentException for a blank key, or one that would let tenants meet in a
     *     shared partition
     */
    public RowKey rowKey(String tenant, String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a row of " + name() + " needs a key");
        }
        if (partition == null) {
            return new RowKey(tenant, key);
        }
        if (!key.equals(tenant) && !key.startsWith(tenant + "/")) {
            throw new IllegalArgumentException("keys of " + name() + " must begin with the tenant");
        }
        return new RowKey(partition, key);
    }

    /** The live version of a row, ready for the store. */
    public Row version(RowKey key, long since, R row, byte[] document) {
        return version(key, since, row, document, Standing.absent());
    }

    /**
     * As above, by one who knows the version before: what has not changed since is the same object
     * as there, and is not computed again where the row's own parts already say so.
     */
    Row version(RowKey key, long since, R row, byte[] document, Standing<R> before) {
        Row known = before.version();
        R then = known == null ? null : before.row();
        return new Row(
                key,
                since,
                Row.OPEN,
                sort.of(row, then, known == null ? "" : known.sort()),
                text.of(row, then, known == null ? "" : known.text()),
                attributes(row, then, known == null ? Map.of() : known.attributes()),
                document);
    }

    private Map<String, Set<String>> attributes(
            R row, @Nullable R before, Map<String, Set<String>> known) {
        Map<String, Set<String>> values = HashMap.newHashMap(attributes.size());
        boolean same = true;
        for (Map.Entry<String, Facet<R, Set<String>>> each : attributes.entrySet()) {
            Set<String> then = known.getOrDefault(each.getKey(), Set.of());
            Set<String> now = each.getValue().of(row, before, then);
            same &= now.equals(then);
            if (!now.isEmpty()) {
                values.put(each.getKey(), now);
            }
        }
        return same && before != null ? known : values;
    }

    /** The same view under another name: what a rebuild fills beside the one that readers use. */
    View<R> named(ViewName other) {
        ViewBuilder<R> builder = new ViewBuilder<>(other, rowType);
        builder.partition = partition;
        builder.handlers.putAll(handlers);
        builder.sort = sort;
        builder.text = text;
        builder.attributes.putAll(attributes);
        return new View<>(builder);
    }
}
