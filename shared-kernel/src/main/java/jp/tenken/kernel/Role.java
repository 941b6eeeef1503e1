package jp.tenken.kernel;

/** What a caller is in a municipality; labels are the municipality's own, codes are fixed. */
public enum Role implements TextValue {
    /** Runs the service for the municipalities. */
    OPERATOR("operator"),
    /** Keeps departments, paths and templates of one municipality. */
    ADMINISTRATOR("administrator"),
    /** 所管課 staff. */
    DEPARTMENT_STAFF("department-staff"),
    /** 所属長. */
    DEPARTMENT_HEAD("department-head"),
    /** 情報セキュリティ責任者. */
    SECURITY_OFFICER("security-officer"),
    /** 監査責任者: reads everything, changes nothing. */
    AUDITOR("auditor"),
    /** 受託者: sees its own contracts. */
    CONTRACTOR("contractor"),
    /** A system that takes the feed. */
    INTEGRATOR("integrator");

    private final String value;

    Role(String value) {
        this.value = value;
    }

    /** The role of this text; {@code role-unknown} where there is none. */
    public static Role of(String value) {
        for (Role role : values()) {
            if (role.value.equals(value)) {
                return role;
            }
        }
        throw Rejection.invalid(RejectionCodes.ROLE_UNKNOWN);
    }

    @Override
    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return value;
    }
}
