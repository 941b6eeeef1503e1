package jp.tenken.query.municipality.departments;

import jp.tenken.kernel.municipality.DepartmentEstablished;
import jp.tenken.kernel.municipality.DepartmentRenamed;
import jp.tenken.projections.View;

/** One row per department, keyed and sorted by its code. */
public final class Departments {

    /** The view. */
    public static final View<DepartmentRow> VIEW =
            View.of("departments", 1, DepartmentRow.class)
                    .sort(row -> row.departmentCode().value())
                    .insert(
                            DepartmentEstablished.class,
                            event -> event.departmentCode().value(),
                            (event, envelope) -> DepartmentRow.of(event))
                    .update(
                            DepartmentRenamed.class,
                            event -> event.departmentCode().value(),
                            (row, event, envelope) -> row.evolve(event))
                    .build();

    private Departments() {}
}
