package jp.tenken.command.consultation.makeproposal;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Make another proposal.
 *
 * @param consultationId the consultation
 * @param proposal the proposal, sealed
 * @param scope how far the caller may act
 * @param expectedVersion the consultation's version that the caller saw, or null
 */
@Command(namespace = "tenken.consultation", name = "MakeProposal", version = "1")
public record MakeProposal(
        @TargetEntityId ConsultationId consultationId,
        SealedText proposal,
        Scope scope,
        @Nullable Long expectedVersion) {}
