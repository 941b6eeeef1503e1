package jp.tenken.kernel.municipality;

import java.time.LocalDate;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * An edition of a policy, of special provisions, of a law or of a guideline applies from a day on.
 *
 * @param policyEditionId the municipality's own id of it
 * @param kind what it is an edition of
 * @param titleJa what it is called in Japanese
 * @param edition which edition, as people name it: 令和8年4月版
 * @param effectiveOn from which day on
 */
@Event(namespace = MunicipalityEvent.NAMESPACE, name = "PolicyEditionIssued", version = "1")
public record PolicyEditionIssued(
        @EventTag(key = Tags.POLICY_EDITION) PolicyEditionId policyEditionId,
        PolicyKind kind,
        String titleJa,
        String edition,
        LocalDate effectiveOn)
        implements MunicipalityEvent {}
