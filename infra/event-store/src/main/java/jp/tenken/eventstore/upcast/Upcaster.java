package jp.tenken.eventstore.upcast;

/**
 * Turns the payload of one version of an event into that of a later one. Pure.
 *
 * @see Upcasters
 */
public interface Upcaster {

    /** Qualified name of the events that it takes. */
    String name();

    /** Version of the events that it takes. */
    String from();

    /** Qualified name afterwards; the same unless the event was renamed. */
    default String toName() {
        return name();
    }

    /** Version afterwards, not {@link #from()} of the same name. */
    String to();

    /** The payload in the later shape. The given array is shared and must not be written to. */
    byte[] upcast(byte[] payload);
}
