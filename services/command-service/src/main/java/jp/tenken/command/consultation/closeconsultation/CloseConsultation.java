package jp.tenken.command.consultation.closeconsultation;

import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Close a consultation.
 *
 * @param consultationId the consultation
 * @param comment what is said with it, sealed; null = nothing
 * @param scope how far the caller may act
 * @param expectedVersion the consultation's version that the caller saw, or null
 */
@Command(namespace = "tenken.consultation", name = "CloseConsultation", version = "1")
public record CloseConsultation(
        @TargetEntityId ConsultationId consultationId,
        @Nullable SealedText comment,
        Scope scope,
        @Nullable Long expectedVersion) {}
