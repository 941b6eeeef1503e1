package jp.tenken.kernel.municipality;

import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The municipality has this department.
 *
 * @param departmentCode the municipality's own code
 * @param nameJa as it is written in Japanese
 * @param nameEn as it is written in English
 */
@Event(namespace = MunicipalityEvent.NAMESPACE, name = "DepartmentEstablished", version = "1")
public record DepartmentEstablished(
        @EventTag(key = Tags.DEPARTMENT) DepartmentCode departmentCode,
        String nameJa,
        String nameEn)
        implements MunicipalityEvent {}
