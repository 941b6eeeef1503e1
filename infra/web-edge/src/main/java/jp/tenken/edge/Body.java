package jp.tenken.edge;

/**
 * A request's body, read and checked, with what its command has to carry along.
 *
 * @param value the request record, or the document's text or bytes
 * @param context for {@link CommandDispatcher#dispatch}; its digest covers this body
 * @param <T> the type of the value
 */
public record Body<T>(T value, CommandContext context) {}
