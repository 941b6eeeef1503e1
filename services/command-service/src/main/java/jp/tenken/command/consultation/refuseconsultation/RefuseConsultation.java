package jp.tenken.command.consultation.refuseconsultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Refuse what was proposed.
 *
 * @param consultationId the consultation
 * @param reason why, sealed
 * @param scope how far the caller may act
 * @param expectedVersion the consultation's version that the caller saw, or null
 */
@Command(namespace = "tenken.consultation", name = "RefuseConsultation", version = "1")
public record RefuseConsultation(
        @TargetEntityId ConsultationId consultationId,
        SealedText reason,
        Scope scope,
        @Nullable Long expectedVersion) {}
