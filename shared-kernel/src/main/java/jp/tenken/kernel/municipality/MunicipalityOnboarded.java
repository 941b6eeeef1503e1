package jp.tenken.kernel.municipality;

import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.MunicipalityKind;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The service keeps checklists for this municipality from now on.
 *
 * @param code the code under which it was onboarded
 * @param nameJa 新宿区
 * @param nameEn Shinjuku City
 * @param kind what it is
 */
@Event(namespace = MunicipalityEvent.NAMESPACE, name = "MunicipalityOnboarded", version = "1")
public record MunicipalityOnboarded(
        MunicipalityCode code, String nameJa, String nameEn, MunicipalityKind kind)
        implements MunicipalityEvent {

    /** The tag of the municipality's own facts. */
    @EventTag(key = Tags.MUNICIPALITY)
    public String municipalityTag() {
        return Tags.SELF;
    }
}
