package jp.tenken.command.checklist;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationOpened;

/**
 * The consultations of a contract, as far as a checklist waits for them or rests on them.
 *
 * @param known all that were ever opened
 * @param open those in which nothing is settled yet, with the items that they name
 * @param agreements what was agreed in them
 */
public record Consultations(
        Set<ConsultationId> known,
        Map<ConsultationId, List<ItemCode>> open,
        Agreements agreements) {

    /** None was ever opened. */
    public static final Consultations NONE = new Consultations(Set.of(), Map.of(), Agreements.NONE);

    /** Copies both. */
    public Consultations {
        known = Set.copyOf(known);
        open = Map.copyOf(open);
    }

    /** One was opened. */
    public Consultations evolve(ConsultationOpened event) {
        Set<ConsultationId> more = new HashSet<>(known);
        more.add(event.consultationId());
        Map<ConsultationId, List<ItemCode>> opened = new HashMap<>(open);
        opened.put(event.consultationId(), event.itemCodes());
        return new Consultations(more, opened, agreements.evolve(event));
    }

    /** One ended with an agreement. */
    public Consultations evolve(ConsultationAgreed event) {
        Consultations rest = settled(event.consultationId());
        return new Consultations(rest.known(), rest.open(), agreements.evolve(event));
    }

    /** One is no longer open: agreed, refused, withdrawn or closed. */
    public Consultations settled(ConsultationId consultationId) {
        Map<ConsultationId, List<ItemCode>> left = new HashMap<>(open);
        left.remove(consultationId);
        return new Consultations(known, left, agreements);
    }

    /** The items that an open one names; they may wait. */
    public Set<ItemCode> consultedItems() {
        Set<ItemCode> items = new HashSet<>();
        open.values().forEach(items::addAll);
        return items;
    }
}
