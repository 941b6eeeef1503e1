package jp.tenken.query.municipality.approvalpath;

import jp.tenken.kernel.municipality.ApprovalPathSet;
import jp.tenken.kernel.municipality.MunicipalityOnboarded;
import jp.tenken.projections.View;

/** One row per municipality, there from its onboarding on. */
public final class ApprovalPaths {

    /** The key of a municipality's one row. */
    static final String KEY = "path";

    /** The view. */
    public static final View<ApprovalPathRow> VIEW =
            View.of("approval_paths", 1, ApprovalPathRow.class)
                    .insert(
                            MunicipalityOnboarded.class,
                            event -> KEY,
                            (event, envelope) -> ApprovalPathRow.FIRST)
                    .update(
                            ApprovalPathSet.class,
                            event -> KEY,
                            (row, event, envelope) -> row.evolve(event))
                    .build();

    private ApprovalPaths() {}
}
