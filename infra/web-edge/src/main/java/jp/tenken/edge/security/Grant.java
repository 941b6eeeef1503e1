package jp.tenken.edge.security;

/** How far a role may go with an action; later ones reach further. */
public enum Grant {
    /** Not at all. */
    NONE("-"),
    /** Only with a case and a time that the municipality granted to the operator. */
    OPERATOR_GRANT("grant"),
    /** Own contracts as contractor. */
    CONTRACTORS("C"),
    /** Own departments, participating ones included. */
    DEPARTMENTS("D"),
    /** The whole municipality. */
    MUNICIPALITY("M"),
    /** Every municipality that the issuer may speak for. */
    ALL("all");

    private final String symbol;

    Grant(String symbol) {
        this.symbol = symbol;
    }

    /** How the permission table writes it. */
    public String symbol() {
        return symbol;
    }
}
