package jp.tenken.command.privacy.eraseperson;

import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ErasePersonEndpoint {

    private final CommandDispatcher commands;
    private final Erasures erasures;

    ErasePersonEndpoint(CommandDispatcher commands, Erasures erasures) {
        this.commands = commands;
        this.erasures = erasures;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/persons/{personId}/erasure",
                Action.ERASE_PERSONAL_DATA,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(Erasure.class)
                .flatMap(
                        body ->
                                commands.dispatch(
                                        new ErasePerson(
                                                request.path("personId", String.class),
                                                body.value().reason(),
                                                request.scope(),
                                                request.expectedVersion()),
                                        body.context()))
                .delayUntil(recorded -> erasures.carriedOut())
                .map(Answer::written);
    }

    /** The body. */
    record Erasure(String reason) {}
}
