package jp.tenken.query.municipality.policies;

import jp.tenken.kernel.municipality.PolicyEditionIssued;
import jp.tenken.projections.View;

/** One row per edition, keyed by its id, sorted by the day from which it applies. */
public final class PolicyEditions {

    /** The view. */
    public static final View<PolicyEditionRow> VIEW =
            View.of("policy_editions", 1, PolicyEditionRow.class)
                    .sort(row -> row.effectiveOn().toString())
                    .insert(
                            PolicyEditionIssued.class,
                            event -> event.policyEditionId().value(),
                            PolicyEditionRow::of)
                    .build();

    private PolicyEditions() {}
}
