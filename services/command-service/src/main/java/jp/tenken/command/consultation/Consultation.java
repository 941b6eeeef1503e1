package jp.tenken.command.consultation;

import java.util.List;
import java.util.stream.Stream;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Decision;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.Tags;
import jp.tenken.kernel.catalogue.EventCatalogue;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationClosed;
import jp.tenken.kernel.consultation.ConsultationEvent;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.kernel.consultation.ConsultationProposalMade;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.consultation.ConsultationWithdrawn;
import org.axonframework.eventsourcing.annotation.EventCriteriaBuilder;
import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as it stands.
 *
 * @param opened null where nobody opened it
 * @param stage how far it has come
 * @param version number of its events
 */
@EventSourcedEntity
public record Consultation(
        @Nullable ConsultationOpened opened, ConsultationStage stage, long version) {

    private static final List<Class<? extends Record>> TYPES =
            List.of(
                    ConsultationOpened.class,
                    ConsultationProposalMade.class,
                    ConsultationAgreed.class,
                    ConsultationRefused.class,
                    ConsultationWithdrawn.class,
                    ConsultationClosed.class);

    /** Nothing known. */
    @EntityCreator
    public Consultation() {
        this(null, ConsultationStage.UNKNOWN, 0);
    }

    /** It was opened. */
    @EventSourcingHandler
    public Consultation evolve(ConsultationOpened event) {
        return new Consultation(event, ConsultationStage.OPEN, version + 1);
    }

    /** Another proposal is on the table. */
    @EventSourcingHandler
    public Consultation evolve(ConsultationProposalMade event) {
        return at(stage);
    }

    /** Both sides agreed. */
    @EventSourcingHandler
    public Consultation evolve(ConsultationAgreed event) {
        return at(ConsultationStage.SETTLED);
    }

    /** It was refused. */
    @EventSourcingHandler
    public Consultation evolve(ConsultationRefused event) {
        return at(ConsultationStage.SETTLED);
    }

    /** It was given up. */
    @EventSourcingHandler
    public Consultation evolve(ConsultationWithdrawn event) {
        return at(ConsultationStage.SETTLED);
    }

    /** Nothing is left to talk about. */
    @EventSourcingHandler
    public Consultation evolve(ConsultationClosed event) {
        return at(ConsultationStage.CLOSED);
    }

    /**
     * How it was opened, for a caller who may act for its contract.
     *
     * @param contract the contract that it is about
     * @param scope how far the caller may act
     * @param expectedVersion the version that the caller saw, or null
     * @throws Rejection {@code consultation-not-found}, {@code out-of-scope} or {@code
     *     version-stale}
     */
    public ConsultationOpened openedFor(
            ConsultedContract contract, Scope scope, @Nullable Long expectedVersion) {
        if (opened == null) {
            throw Rejection.notFound(RejectionCodes.CONSULTATION_NOT_FOUND);
        }
        contract.open().openedFor(scope);
        Rejection.requireVersion(expectedVersion, version);
        return opened;
    }

    /** Refuses ({@code consultation-not-open}) what is only said while it is talked about. */
    public void requireOpen() {
        if (stage != ConsultationStage.OPEN) {
            throw Rejection.conflict(RejectionCodes.CONSULTATION_NOT_OPEN);
        }
    }

    /** The decision that these events are, the first of them its own. */
    public Decision decision(ConsultationEvent own, Object... others) {
        return new Decision(
                own.consultationId().value(),
                version + 1,
                Stream.concat(Stream.of(own), Stream.of(others)).toList());
    }

    /** The events on which this depends. */
    @EventCriteriaBuilder
    public static EventCriteria criteria(ConsultationId consultationId) {
        return EventCriteria.havingTags(Tags.CONSULTATION, consultationId.value())
                .andBeingOneOfTypes(
                        TYPES.stream().map(EventCatalogue::nameOf).toArray(String[]::new));
    }

    private Consultation at(ConsultationStage next) {
        return new Consultation(opened, next, version + 1);
    }
}
