package jp.tenken.command.consultation;

/** How far a consultation has come. */
public enum ConsultationStage {
    /** Nobody opened it. */
    UNKNOWN,
    /** Proposals are made. */
    OPEN,
    /** Both sides agreed, one refused, or it was given up; what follows may still be done. */
    SETTLED,
    /** Nothing is left to talk about. */
    CLOSED
}
