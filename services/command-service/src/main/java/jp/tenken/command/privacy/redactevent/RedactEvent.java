package jp.tenken.command.privacy.redactevent;

import java.util.List;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Erase the free texts of an event.
 *
 * @param eventId the event; it is in the log
 * @param keyIds the keys of the texts in it; empty where it holds none
 * @param reason why, sealed
 * @param scope how far the caller may act
 * @param expectedVersion 0 = not erased before, 1 = erased; null = either
 */
@Command(namespace = "tenken.privacy", name = "RedactEvent", version = "1")
public record RedactEvent(
        @TargetEntityId String eventId,
        List<String> keyIds,
        SealedText reason,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Copies the list. */
    public RedactEvent {
        keyIds = List.copyOf(keyIds);
    }
}
