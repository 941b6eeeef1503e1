package jp.tenken.command.checklist;

import java.util.Objects;
import jp.tenken.kernel.checklist.ItemAnswer;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.checklist.ItemDecisionRevised;
import org.jspecify.annotations.Nullable;

/**
 * How an item stands.
 *
 * @param latest what stands in the latest revision; null = undecided
 * @param confirmed what stood when a revision was last confirmed: a discarded one returns to it
 * @param version number of decisions and reconfirmations ever; it never falls
 */
public record ItemStanding(@Nullable Decided latest, @Nullable Decided confirmed, long version) {

    /** Nobody touched it. */
    public static final ItemStanding UNTOUCHED = new ItemStanding(null, null, 0);

    /**
     * A decision.
     *
     * @param answer with its reason
     * @param note null = none
     */
    public record Decided(ItemAnswer answer, @Nullable String note) {}

    /** It was decided. */
    public ItemStanding evolve(ItemDecided event) {
        return decided(new Decided(new ItemAnswer(event.answer(), event.reason()), event.note()));
    }

    /** It was decided otherwise. */
    public ItemStanding evolve(ItemDecisionRevised event) {
        return decided(new Decided(event.to(), event.note()));
    }

    /** It was looked at again. */
    public ItemStanding reconfirmed() {
        return new ItemStanding(latest, confirmed, version + 1);
    }

    /** The revision was confirmed. */
    public ItemStanding revisionConfirmed() {
        return new ItemStanding(latest, latest, version);
    }

    /** The revision was given up. */
    public ItemStanding revisionDiscarded() {
        return new ItemStanding(confirmed, confirmed, version);
    }

    /** Whether it is decided in the latest revision. */
    public boolean isDecided() {
        return latest != null;
    }

    /** Whether the wanted decision is what stands already. */
    boolean says(WantedDecision wanted) {
        return latest != null
                && latest.answer().answer() == wanted.answer()
                && Objects.equals(latest.answer().reason(), wanted.reason())
                && Objects.equals(latest.note(), wanted.note());
    }

    private ItemStanding decided(Decided now) {
        return new ItemStanding(now, confirmed, version + 1);
    }
}
