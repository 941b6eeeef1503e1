package jp.tenken.command.incident;

/** How far an incident has come. */
public enum IncidentStage {
    /** Nobody reported it. */
    UNKNOWN,
    /** Something is left to do. */
    OPEN,
    /** It was none. */
    WITHDRAWN,
    /** Nothing is left to do. */
    CLOSED
}
