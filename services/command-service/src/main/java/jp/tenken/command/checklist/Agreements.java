package jp.tenken.command.checklist;

import java.util.HashMap;
import java.util.Map;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.RevisionOpened;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed in the consultations of a contract about its items. An agreement that is reached
 * while a revision is open opens none of its own: the open one carries it, too.
 *
 * @param topics of every consultation
 * @param latest the agreement that named an item last
 */
public record Agreements(Map<ConsultationId, Topic> topics, Map<ItemCode, Agreed> latest) {

    /** Nothing was. */
    public static final Agreements NONE = new Agreements(Map.of(), Map.of());

    /**
     * An agreement.
     *
     * @param revision that carries it
     * @param consultationId in which it was reached
     */
    public record Agreed(int revision, ConsultationId consultationId) {}

    /** Copies both. */
    public Agreements {
        topics = Map.copyOf(topics);
        latest = Map.copyOf(latest);
    }

    /** A consultation was opened. */
    public Agreements evolve(ConsultationOpened event) {
        Map<ConsultationId, Topic> more = new HashMap<>(topics);
        more.put(event.consultationId(), event.topic());
        return new Agreements(more, latest);
    }

    /** One ended with an agreement. */
    public Agreements evolve(ConsultationAgreed event) {
        Map<ItemCode, Agreed> more = new HashMap<>(latest);
        Agreed agreed = new Agreed(event.revision(), event.consultationId());
        event.itemCodes().forEach(item -> more.put(item, agreed));
        return new Agreements(topics, more);
    }

    /**
     * On what a change of the item rests in the latest revision: on the agreement that names it, if
     * the revision carries one, else on what opened the revision; null where nothing did.
     */
    @Nullable Ground ground(Review review, ItemCode item) {
        Agreed agreed = latest.get(item);
        if (agreed != null && agreed.revision() == review.revision()) {
            return Ground.agreed(
                    topics.getOrDefault(agreed.consultationId(), Topic.MEASURE_CHANGE),
                    agreed.consultationId());
        }
        RevisionOpened opening = review.opening();
        return opening == null ? null : Ground.of(opening);
    }
}
