package jp.tenken.command.consultation.withdrawconsultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Give a consultation up.
 *
 * @param consultationId the consultation
 * @param reason why, sealed; null = nobody said
 * @param scope how far the caller may act
 * @param expectedVersion the consultation's version that the caller saw, or null
 */
@Command(namespace = "tenken.consultation", name = "WithdrawConsultation", version = "1")
public record WithdrawConsultation(
        @TargetEntityId ConsultationId consultationId,
        @Nullable SealedText reason,
        Scope scope,
        @Nullable Long expectedVersion) {}
