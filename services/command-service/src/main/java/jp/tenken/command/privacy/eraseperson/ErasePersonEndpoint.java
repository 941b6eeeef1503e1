package jp.tenken.command.privacy.eraseperson;

import java.util.Objects;
import jp.tenken.command.checklist.CommentedEndpoints;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Erasures;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ErasePersonEndpoint {

    private final CommentedEndpoints endpoints;
    private final Erasures erasures;

    ErasePersonEndpoint(CommentedEndpoints endpoints, Erasures erasures) {
        this.endpoints = endpoints;
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
                                endpoints.send(
                                        request,
                                        body.context(),
                                        TextRule.REASON.required("reason", body.value().reason()),
                                        reason -> command(request, reason)))
                .delayUntil(recorded -> erasures.carriedOut())
                .map(Answer::written);
    }

    private static ErasePerson command(Request request, @Nullable SealedText reason) {
        return new ErasePerson(
                request.path("personId", String.class),
                Objects.requireNonNull(reason),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record Erasure(String reason) {}
}
