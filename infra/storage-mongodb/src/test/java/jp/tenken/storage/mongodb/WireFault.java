package jp.tenken.storage.mongodb;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;

/**
 * What happens to one command on its way to the server, or to the answer on its way back. Tells
 * when the command came by, and what the server said, whether or not anybody was told. Thread-safe.
 */
final class WireFault {

    /** Where it goes wrong. */
    enum Kind {
        /** Half of the command arrives; then the connection is cut. */
        COMMAND_CUT,
        /** The server does it; its answer never comes, and the connection stays. */
        ANSWER_WITHHELD,
        /** The server does it; half of the answer comes, and the connection is cut. */
        ANSWER_CUT,
        /** The server does it and something else is said of it. */
        ANSWER_CHANGED,
        /** The command travels until it is let through, whether or not anybody still waits. */
        LATE
    }

    private final String command;
    private final Kind kind;
    private final UnaryOperator<BsonDocument> change;
    private final CompletableFuture<Boolean> gate;
    private final CompletableFuture<Boolean> underWay = new CompletableFuture<>();
    private final CompletableFuture<BsonDocument> answer = new CompletableFuture<>();

    private WireFault(
            String command,
            Kind kind,
            UnaryOperator<BsonDocument> change,
            CompletableFuture<Boolean> gate) {
        this.command = command;
        this.kind = kind;
        this.change = change;
        this.gate = gate;
    }

    static WireFault of(String command, Kind kind) {
        return new WireFault(command, kind, said -> said, CompletableFuture.completedFuture(true));
    }

    static WireFault changed(String command, UnaryOperator<BsonDocument> change) {
        return new WireFault(
                command, Kind.ANSWER_CHANGED, change, CompletableFuture.completedFuture(true));
    }

    static WireFault late(String command) {
        return new WireFault(command, Kind.LATE, said -> said, new CompletableFuture<>());
    }

    boolean concerns(WireMessage message) {
        return message.command().equals(command);
    }

    Kind kind() {
        return kind;
    }

    /** Completes when the command has come by. */
    CompletableFuture<Boolean> underWay() {
        return underWay;
    }

    /** What the server said, in its own words. */
    CompletableFuture<BsonDocument> answer() {
        return answer;
    }

    /** Lets the command through that is late. */
    void letThrough() {
        gate.complete(true);
    }

    /** Waits for that. For the thread of one connection. */
    void hold() {
        underWay.complete(true);
        gate.join();
    }

    /** Takes note of what the server said, and returns what is told of it. */
    WireMessage told(WireMessage said) {
        answer.complete(said.document());
        return kind == Kind.ANSWER_CHANGED ? said.saying(change.apply(said.document())) : said;
    }
}
