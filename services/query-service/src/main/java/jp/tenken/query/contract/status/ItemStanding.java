package jp.tenken.query.contract.status;

import java.util.List;
import java.util.TreeSet;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a contract's checklist are decided.
 *
 * @param total items of the template
 * @param undecided codes of the blank ones, in the order of the codes
 * @param notNeeded codes of those with －, in the order of the codes; the rest has ○
 * @param opened the event that opened the checklist
 * @param completed the event that decided the last blank item; null while there is one
 */
public record ItemStanding(
        int total,
        List<ItemCode> undecided,
        List<ItemCode> notNeeded,
        Cause opened,
        @Nullable Cause completed) {

    /** Copies the lists. */
    public ItemStanding {
        undecided = List.copyOf(undecided);
        notNeeded = List.copyOf(notNeeded);
    }

    static ItemStanding of(ChecklistOpened event, Envelope envelope) {
        List<ItemCode> codes =
                BuiltInTemplates.itemsOf(event.templateId(), event.templateVersion()).stream()
                        .sorted()
                        .toList();
        if (codes.isEmpty()) {
            throw new IllegalStateException(
                    "no template " + event.templateId() + " " + event.templateVersion());
        }
        return new ItemStanding(codes.size(), codes, List.of(), Cause.of(envelope), null);
    }

    ItemStanding evolve(ItemDecided event, Envelope envelope) {
        ItemCode code = event.itemCode();
        List<ItemCode> blank = undecided.stream().filter(other -> !other.equals(code)).toList();
        TreeSet<ItemCode> minus = new TreeSet<>(notNeeded);
        minus.remove(code);
        if (event.answer() == Answer.NOT_NEEDED) {
            minus.add(code);
        }
        Cause done = completed == null && blank.isEmpty() ? Cause.of(envelope) : completed;
        return new ItemStanding(total, blank, List.copyOf(minus), opened, done);
    }

    /** How many items are decided. */
    public int decided() {
        return total - undecided.size();
    }

    /** How many items have ○. */
    public int implemented() {
        return decided() - notNeeded.size();
    }
}
