package jp.tenken.query.contract.status;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.Cause;
import org.jspecify.annotations.Nullable;

/**
 * How the items of a contract's checklist stand in its latest revision.
 *
 * @param total items of the template
 * @param undecided codes of the blank ones, in the order of the codes
 * @param decided how the others stand
 * @param before how they stood before the revision was opened, for the case that it is discarded;
 *     null for the first one, and while none is open
 * @param opened the event that opened the checklist
 * @param completed the event that decided the last blank item; null while there is one
 */
public record ItemStanding(
        int total,
        List<ItemCode> undecided,
        Decided decided,
        @Nullable Decided before,
        Cause opened,
        @Nullable Cause completed) {

    /** Copies the list. */
    public ItemStanding {
        undecided = List.copyOf(undecided);
    }

    /**
     * The decided items, as far as they are not simply ○.
     *
     * @param notNeeded codes of those with －, in the order of the codes
     * @param stale those to be looked at again, in the order of the codes
     */
    public record Decided(List<ItemCode> notNeeded, List<Stale> stale) {

        /** Copies the lists. */
        public Decided {
            notNeeded = List.copyOf(notNeeded);
            stale = List.copyOf(stale);
        }

        Decided looked(ItemCode code) {
            return stale.isEmpty()
                    ? this
                    : new Decided(
                            notNeeded,
                            stale.stream().filter(each -> !each.itemCode().equals(code)).toList());
        }

        Decided answered(ItemCode code, Answer answer) {
            Decided fresh = looked(code);
            boolean minus = answer == Answer.NOT_NEEDED;
            if (minus == notNeeded.contains(code)) {
                return fresh;
            }
            TreeSet<ItemCode> codes = new TreeSet<>(notNeeded);
            if (minus) {
                codes.add(code);
            } else {
                codes.remove(code);
            }
            return new Decided(List.copyOf(codes), fresh.stale());
        }

        Decided gotStale(Set<ItemCode> codes, Cause cause) {
            TreeSet<ItemCode> fresh = new TreeSet<>(codes);
            stale.forEach(each -> fresh.remove(each.itemCode()));
            return new Decided(
                    notNeeded,
                    Stream.concat(
                                    stale.stream(),
                                    fresh.stream().map(code -> new Stale(code, cause)))
                            .sorted(Stale.ORDER)
                            .toList());
        }
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
        return new ItemStanding(
                codes.size(),
                codes,
                new Decided(List.of(), List.of()),
                null,
                Cause.of(envelope),
                null);
    }

    ItemStanding answered(ItemCode code, Answer answer, Envelope envelope) {
        List<ItemCode> blank =
                undecided.contains(code)
                        ? undecided.stream().filter(other -> !other.equals(code)).toList()
                        : undecided;
        Cause done = completed == null && blank.isEmpty() ? Cause.of(envelope) : completed;
        return new ItemStanding(total, blank, decided.answered(code, answer), before, opened, done);
    }

    ItemStanding reconfirmed(ItemCode code) {
        return standing(decided.looked(code), before);
    }

    /** What these items were decided on has changed; blank ones are not concerned. */
    ItemStanding gotStale(Set<String> codes, Cause cause) {
        TreeSet<ItemCode> concerned = new TreeSet<>();
        codes.forEach(code -> concerned.add(ItemCode.of(code)));
        concerned.removeAll(undecided);
        return concerned.isEmpty()
                ? this
                : standing(
                        decided.gotStale(concerned, cause),
                        before == null ? null : before.gotStale(concerned, cause));
    }

    ItemStanding revisionOpened() {
        return standing(decided, decided);
    }

    ItemStanding revisionConfirmed() {
        return standing(decided, null);
    }

    ItemStanding revisionDiscarded() {
        return before == null ? this : standing(before, null);
    }

    /** How many items are decided. */
    public int count() {
        return total - undecided.size();
    }

    /** How many items have ○. */
    public int implemented() {
        return count() - decided.notNeeded().size();
    }

    private ItemStanding standing(Decided now, @Nullable Decided then) {
        return new ItemStanding(total, undecided, now, then, opened, completed);
    }
}
