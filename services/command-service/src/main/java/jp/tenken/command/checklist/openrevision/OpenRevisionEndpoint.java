package jp.tenken.command.checklist.openrevision;

import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.checklist.RevisionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class OpenRevisionEndpoint {

    private final CommandDispatcher commands;

    OpenRevisionEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/checklist/revisions",
                Action.DECIDE,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedRevision.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(receipt -> answer(request, receipt));
    }

    private static OpenRevision command(Request request, Body<RequestedRevision> body) {
        RequestedRevision wanted = body.value();
        return new OpenRevision(
                request.path("id", ContractId.class),
                wanted.kind(),
                wanted.reason(),
                wanted.consultationId(),
                request.scope(),
                request.expectedVersion());
    }

    /** The id of a revision is its number. */
    private static Answer answer(Request request, Receipt receipt) {
        return Answer.created(
                receipt,
                "/v1/municipalities/%s/contracts/%s/checklist?revision=%s"
                        .formatted(
                                request.municipality(),
                                request.path("id", ContractId.class),
                                receipt.id()));
    }

    /** The body. */
    record RequestedRevision(
            RevisionKind kind, String reason, @Nullable ConsultationId consultationId) {}
}
