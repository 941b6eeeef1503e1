package jp.tenken.command.privacy.eraseperson;

import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Erase a person.
 *
 * @param personId the person; of a staff member the token's subject
 * @param reason why, sealed
 * @param scope how far the caller may act
 * @param expectedVersion 0 = not erased before, 1 = erased; null = either
 */
@Command(namespace = "tenken.privacy", name = "ErasePerson", version = "1")
public record ErasePerson(
        @TargetEntityId String personId,
        SealedText reason,
        Scope scope,
        @Nullable Long expectedVersion) {}
