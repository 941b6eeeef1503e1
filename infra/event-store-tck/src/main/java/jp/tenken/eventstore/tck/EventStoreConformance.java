package jp.tenken.eventstore.tck;

/**
 * What Tenken's event store must do over every engine's log: appender, tail and Axon adapter
 * together. An engine's test class extends this and says how to {@link #open} a log; nothing else,
 * and no test may be disabled.
 */
public abstract class EventStoreConformance extends EventStoreModelConformance {}
