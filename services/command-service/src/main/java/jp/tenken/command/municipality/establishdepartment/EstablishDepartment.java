package jp.tenken.command.municipality.establishdepartment;

import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TextRule;
import org.axonframework.messaging.commandhandling.annotation.Command;
import org.axonframework.modelling.annotation.TargetEntityId;
import org.jspecify.annotations.Nullable;

/**
 * Let there be a department of this code with these names.
 *
 * @param departmentCode the municipality's own code
 * @param nameJa name in Japanese
 * @param nameEn name in English
 * @param scope how far the caller may act; departments need the whole municipality
 * @param expectedVersion what {@code If-Match} says, or null
 */
@Command(namespace = "tenken.municipality", name = "EstablishDepartment", version = "1")
public record EstablishDepartment(
        @TargetEntityId DepartmentCode departmentCode,
        String nameJa,
        String nameEn,
        Scope scope,
        @Nullable Long expectedVersion) {

    /** Refuses names that are missing, too long or not printable. */
    public EstablishDepartment {
        nameJa = TextRule.NAME.required("nameJa", nameJa);
        nameEn = TextRule.NAME.required("nameEn", nameEn);
    }
}
