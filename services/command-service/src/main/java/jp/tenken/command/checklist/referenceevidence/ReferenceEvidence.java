package jp.tenken.command.checklist.referenceevidence;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.checklist.ListRule;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.Sha256;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Refer to a document that shows what is agreed or done.
 *
 * @param contractId the contract
 * @param evidenceId of the reference to be; made at the edge
 * @param itemCodes which items it is about, each once
 * @param kind what kind of document
 * @param title what it is called
 * @param documentNumber null where it has none
 * @param sha256 of the document; null where nobody gave it
 * @param datedOn the day that it bears
 * @param scope how far the caller may act
 */
@Command(namespace = "tenken.checklist", name = "ReferenceEvidence", version = "1")
public record ReferenceEvidence(
        @TargetEntityId ContractId contractId,
        EvidenceId evidenceId,
        List<ItemCode> itemCodes,
        EvidenceKind kind,
        String title,
        @Nullable String documentNumber,
        @Nullable Sha256 sha256,
        LocalDate datedOn,
        Scope scope) {

    /** Refuses no item, an item twice, and texts that are too long or not printable. */
    public ReferenceEvidence {
        itemCodes = ListRule.distinct("itemCodes", itemCodes);
        title = TextRule.TITLE.required("title", title);
        documentNumber = TextRule.NUMBER.optional("documentNumber", documentNumber);
    }
}
