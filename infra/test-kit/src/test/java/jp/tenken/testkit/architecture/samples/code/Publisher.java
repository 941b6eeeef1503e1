package jp.tenken.testkit.architecture.samples.code;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.EventSink;

/** Publishes without a unit of work. */
public final class Publisher {

    /** Nobody hears of a failure. */
    public CompletableFuture<Void> publish(EventSink sink, EventMessage event) {
        return sink.publish(null, List.of(event));
    }
}
