package jp.tenken.query.checklist.evidence;

import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.checklist.EvidenceReferenced;
import jp.tenken.kernel.checklist.EvidenceWithdrawn;
import jp.tenken.projections.View;

/** One row per reference, keyed by contract and id, sorted by the day that the document bears. */
public final class Evidence {

    /** Attribute: whose evidence it is. */
    static final String CONTRACT = "contract";

    /** The view. */
    public static final View<EvidenceRow> VIEW =
            View.of("evidence", 1, EvidenceRow.class)
                    .sort(row -> row.datedOn().toString())
                    .attribute(CONTRACT, row -> row.contractId().value())
                    .insert(
                            EvidenceReferenced.class,
                            event -> key(event.contractId(), event.evidenceId()),
                            EvidenceRow::of)
                    .update(
                            EvidenceWithdrawn.class,
                            event -> key(event.contractId(), event.evidenceId()),
                            EvidenceRow::evolve)
                    .build();

    private Evidence() {}

    static String key(ContractId contract, EvidenceId evidence) {
        return contract + "/" + evidence;
    }
}
