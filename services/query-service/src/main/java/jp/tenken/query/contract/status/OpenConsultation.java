package jp.tenken.query.contract.status;

import java.util.List;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.consultation.ConsultationOpened;
import jp.tenken.projections.Envelope;
import jp.tenken.query.contract.Cause;

/**
 * A consultation without outcome.
 *
 * @param consultationId the consultation
 * @param opened the event
 * @param itemCodes the items it is about; may be empty
 */
public record OpenConsultation(
        ConsultationId consultationId, Cause opened, List<ItemCode> itemCodes) {

    /** Copies the list. */
    public OpenConsultation {
        itemCodes = List.copyOf(itemCodes);
    }

    static OpenConsultation of(ConsultationOpened event, Envelope envelope) {
        return new OpenConsultation(event.consultationId(), Cause.of(envelope), event.itemCodes());
    }
}
