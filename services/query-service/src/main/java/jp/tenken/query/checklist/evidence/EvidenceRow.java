package jp.tenken.query.checklist.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.kernel.checklist.Sha256;
import jp.tenken.projections.Envelope;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a document.
 *
 * @param evidenceId the reference
 * @param contractId whose evidence it is
 * @param itemCodes which items it is about
 * @param kind what kind of document
 * @param title what it is called
 * @param documentNumber its own number; null where it has none
 * @param sha256 digest of the document; null where nobody gave it
 * @param datedOn the day that it bears
 * @param referencedBy who added it; null where the event names nobody
 * @param referencedAt when
 * @param withdrawal why it no longer counts; null while it does
 */
public record EvidenceRow(
        EvidenceId evidenceId,
        ContractId contractId,
        List<ItemCode> itemCodes,
        EvidenceKind kind,
        String title,
        @Nullable String documentNumber,
        @Nullable Sha256 sha256,
        LocalDate datedOn,
        @Nullable RecordedActor referencedBy,
        Instant referencedAt,
        @Nullable Withdrawal withdrawal) {

    /** Copies the list. */
    public EvidenceRow {
        itemCodes = List.copyOf(itemCodes);
    }

    /**
     * That a reference no longer counts.
     *
     * @param reason why; null where nobody said
     * @param actor who withdrew it; null where the event names nobody
     * @param at when
     */
    public record Withdrawal(@Nullable String reason, @Nullable RecordedActor actor, Instant at) {}

    static EvidenceRow of(EvidenceReferenced event, Envelope envelope) {
        return new EvidenceRow(
                event.evidenceId(),
                event.contractId(),
                event.itemCodes(),
                event.kind(),
                event.title(),
                event.documentNumber(),
                event.sha256(),
                event.datedOn(),
                RecordedActor.of(envelope),
                envelope.time(),
                null);
    }

    /** What {@code If-Match} means: how many events there were about the reference. */
    long version() {
        return withdrawal == null ? 1 : 2;
    }

    EvidenceRow evolve(EvidenceWithdrawn event, Envelope envelope) {
        return new EvidenceRow(
                evidenceId,
                contractId,
                itemCodes,
                kind,
                title,
                documentNumber,
                sha256,
                datedOn,
                referencedBy,
                referencedAt,
                new Withdrawal(event.reason(), RecordedActor.of(envelope), envelope.time()));
    }
}
