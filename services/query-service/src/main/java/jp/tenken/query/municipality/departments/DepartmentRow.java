package jp.tenken.query.municipality.departments;

import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;

/**
 * A department, as it is kept and as it is answered.
 *
 * @param departmentCode the municipality's own code
 * @param nameJa as it is written in Japanese
 * @param nameEn as it is written in English
 * @param version number of events about the department, from 1: what {@code If-Match} means
 */
public record DepartmentRow(
        DepartmentCode departmentCode, String nameJa, String nameEn, long version) {

    static DepartmentRow of(DepartmentEstablished event) {
        return new DepartmentRow(event.departmentCode(), event.nameJa(), event.nameEn(), 1);
    }

    DepartmentRow evolve(DepartmentRenamed event) {
        return new DepartmentRow(departmentCode, event.nameJa(), event.nameEn(), version + 1);
    }
}
