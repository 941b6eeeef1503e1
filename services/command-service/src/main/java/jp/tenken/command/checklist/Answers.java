package jp.tenken.command.checklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.template.BuiltInTemplates;

/**
 * How all items of a checklist stand.
 *
 * @param items those that were ever touched
 */
public record Answers(Map<ItemCode, ItemStanding> items) {

    /** Nobody decided anything. */
    public static final Answers NONE = new Answers(Map.of());

    /** Copies the map. */
    public Answers {
        items = Map.copyOf(items);
    }

    /** How an item stands. */
    public ItemStanding of(ItemCode itemCode) {
        return items.getOrDefault(itemCode, ItemStanding.UNTOUCHED);
    }

    /** The items of the template that are undecided, by code. */
    public List<ItemCode> undecided(ChecklistOpened opened) {
        return BuiltInTemplates.itemsOf(opened.templateId(), opened.templateVersion()).stream()
                .filter(itemCode -> !of(itemCode).isDecided())
                .sorted()
                .toList();
    }

    /** Refuses ({@code items-undecided}) to go on while an item is undecided. */
    public void requireDecided(ChecklistOpened opened) {
        requireNone(undecided(opened));
    }

    /**
     * Refuses ({@code items-undecided}) to go on while an item is undecided that no open
     * consultation names.
     *
     * @return the undecided items, all of them under consultation
     */
    public List<ItemCode> requireDecidedBut(ChecklistOpened opened, Set<ItemCode> consulted) {
        List<ItemCode> undecided = undecided(opened);
        requireNone(undecided.stream().filter(item -> !consulted.contains(item)).toList());
        return undecided;
    }

    /** Refuses ({@code items-undecided}) any of these items that is undecided. */
    public void requireDecided(List<ItemCode> itemCodes) {
        requireNone(itemCodes.stream().filter(item -> !of(item).isDecided()).toList());
    }

    /** Refuses ({@code items-undecided}) where there is any. */
    public static void requireNone(List<ItemCode> undecided) {
        if (!undecided.isEmpty()) {
            throw Rejection.conflict(
                    RejectionCodes.ITEMS_UNDECIDED,
                    Map.of(
                            "items",
                            undecided.stream()
                                    .map(ItemCode::value)
                                    .collect(Collectors.joining(", "))));
        }
    }

    Answers with(ItemCode itemCode, UnaryOperator<ItemStanding> change) {
        Map<ItemCode, ItemStanding> more = new HashMap<>(items);
        more.put(itemCode, change.apply(of(itemCode)));
        return new Answers(more);
    }

    Answers each(UnaryOperator<ItemStanding> change) {
        Map<ItemCode, ItemStanding> all = new HashMap<>(items);
        all.replaceAll((itemCode, standing) -> change.apply(standing));
        return new Answers(all);
    }
}
