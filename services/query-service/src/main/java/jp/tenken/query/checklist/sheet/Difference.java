package jp.tenken.query.checklist.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/**
 * An item that stands differently in two checklists.
 *
 * @param itemCode which item
 * @param before its decision in the one; null = undecided
 * @param after its decision in the other; null = undecided
 */
record Difference(String itemCode, @Nullable DecidedItem before, @Nullable DecidedItem after) {

    /** The items whose answer, reason or note differs, in the order of their codes. */
    static List<Difference> between(ChecklistRow from, ChecklistRow to) {
        TreeSet<String> codes = new TreeSet<>(from.answers().decided().keySet());
        codes.addAll(to.answers().decided().keySet());
        List<Difference> differences = new ArrayList<>();
        for (String code : codes) {
            DecidedItem before = from.answers().decided().get(code);
            DecidedItem after = to.answers().decided().get(code);
            if (!same(before, after)) {
                differences.add(new Difference(code, before, after));
            }
        }
        return differences;
    }

    /** Who made it so; null where the item is undecided afterwards. */
    @Nullable RecordedActor actor() {
        return after == null ? null : after.decidedBy();
    }

    private static boolean same(@Nullable DecidedItem before, @Nullable DecidedItem after) {
        if (before == null || after == null) {
            return Objects.equals(before, after);
        }
        return before.answer() == after.answer()
                && Objects.equals(before.reason(), after.reason())
                && Objects.equals(before.note(), after.note());
    }
}
