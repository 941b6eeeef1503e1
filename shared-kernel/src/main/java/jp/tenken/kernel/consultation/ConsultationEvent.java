package jp.tenken.kernel.consultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;

/** Everything that happens to a consultation; its version is the number of these events. */
public sealed interface ConsultationEvent
        permits ConsultationOpened,
                ConsultationProposalMade,
                ConsultationAgreed,
                ConsultationRefused,
                ConsultationWithdrawn,
                ConsultationClosed {

    /** The namespace of these events' names. */
    String NAMESPACE = "tenken.consultation";

    /** Which consultation. */
    ConsultationId consultationId();

    /** The contract that it is about. */
    ContractId contractId();
}
