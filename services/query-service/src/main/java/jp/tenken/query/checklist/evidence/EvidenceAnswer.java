package jp.tenken.query.checklist.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.Sha256;
import jp.tenken.query.reading.Disclosure.Disclosed;
import jp.tenken.query.reading.ShownActor;
import org.jspecify.annotations.Nullable;

/**
 * A reference, as it is answered.
 *
 * @param id the reference
 * @param itemCodes as in {@link EvidenceRow}, and so on
 * @param withdrawn whether it no longer counts
 * @param withdrawal why, by whom and when; null while it counts
 */
public record EvidenceAnswer(
        EvidenceId id,
        List<ItemCode> itemCodes,
        EvidenceKind kind,
        String title,
        @Nullable String documentNumber,
        @Nullable Sha256 sha256,
        LocalDate datedOn,
        @Nullable ShownActor referencedBy,
        Instant referencedAt,
        boolean withdrawn,
        @Nullable Withdrawal withdrawal) {

    static EvidenceAnswer of(EvidenceRow row, Disclosed shown) {
        EvidenceRow.Withdrawal withdrawal = row.withdrawal();
        return new EvidenceAnswer(
                row.evidenceId(),
                row.itemCodes(),
                row.kind(),
                row.title(),
                row.documentNumber(),
                row.sha256(),
                row.datedOn(),
                shown.actor(row.referencedBy()),
                row.referencedAt(),
                withdrawal != null,
                withdrawal == null
                        ? null
                        : new Withdrawal(
                                withdrawal.reason(),
                                shown.actor(withdrawal.actor()),
                                withdrawal.at()));
    }

    /**
     * That a reference no longer counts.
     *
     * @param reason why; null where nobody said
     * @param actor who withdrew it
     * @param at when
     */
    public record Withdrawal(@Nullable String reason, @Nullable ShownActor actor, Instant at) {}
}
