package jp.tenken.kernel.municipality;

import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Tags;
import org.axonframework.eventsourcing.annotation.EventTag;
import org.axonframework.messaging.eventhandling.annotation.Event;

/**
 * The department is called otherwise from now on; it is the same department.
 *
 * @param departmentCode whose name it is
 * @param nameJa the new name in Japanese
 * @param nameEn the new name in English
 */
@Event(namespace = MunicipalityEvent.NAMESPACE, name = "DepartmentRenamed", version = "1")
public record DepartmentRenamed(
        @EventTag(key = Tags.DEPARTMENT) DepartmentCode departmentCode,
        String nameJa,
        String nameEn)
        implements MunicipalityEvent {}
