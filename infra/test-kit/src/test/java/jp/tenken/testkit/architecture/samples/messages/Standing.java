package jp.tenken.testkit.architecture.samples.messages;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;

/** A state that is no record. */
@EventSourcedEntity
public final class Standing {

    int moved;
}
