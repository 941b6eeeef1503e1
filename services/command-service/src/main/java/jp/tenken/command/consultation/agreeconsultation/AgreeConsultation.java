package jp.tenken.command.consultation.agreeconsultation;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.consultation.ItemList;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Agree on measures.
 *
 * @param consultationId the consultation
 * @param measures what was agreed, sealed
 * @param itemCodes which items it changes, each once; null = those that the consultation names
 * @param effectiveOn from which day on
 * @param scope how far the caller may act
 * @param expectedVersion the consultation's version that the caller saw, or null
 */
@Command(namespace = "tenken.consultation", name = "AgreeConsultation", version = "1")
public record AgreeConsultation(
        @TargetEntityId ConsultationId consultationId,
        SealedText measures,
        @Nullable List<ItemCode> itemCodes,
        LocalDate effectiveOn,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses an item twice. */
    public AgreeConsultation {
        itemCodes = itemCodes == null ? null : ItemList.distinct(itemCodes);
    }
}
