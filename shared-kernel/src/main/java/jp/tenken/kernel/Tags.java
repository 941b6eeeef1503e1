package jp.tenken.kernel;

/**
 * The keys of event tags: by them slices find their events and guard their appends.
 *
 * <p>Tags live within a tenant, so no tag names one.
 */
public final class Tags {

    /** Facts of the municipality itself; there is one per tenant, the value is {@link #SELF}. */
    public static final String MUNICIPALITY = "municipality";

    /** Value: {@link DepartmentCode}. */
    public static final String DEPARTMENT = "department";

    /** Value: {@link ContractId}. */
    public static final String CONTRACT = "contract";

    /** Value: {@link ContractorId}. */
    public static final String CONTRACTOR = "contractor";

    /** Value: {@link ItemCode}; narrows a contract to one item. */
    public static final String ITEM = "item";

    /** Value: {@link IncidentId}. */
    public static final String INCIDENT = "incident";

    /** Value: {@link ConsultationId}. */
    public static final String CONSULTATION = "consultation";

    /** Value: {@link PolicyEditionId}. */
    public static final String POLICY_EDITION = "policyEdition";

    /** The value of {@link #MUNICIPALITY}: a code would change on a merger, this does not. */
    public static final String SELF = "self";

    private Tags() {}
}
