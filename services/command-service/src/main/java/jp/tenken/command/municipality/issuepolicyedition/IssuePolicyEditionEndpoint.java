package jp.tenken.command.municipality.issuepolicyedition;

import java.time.LocalDate;
import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.municipality.PolicyKind;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class IssuePolicyEditionEndpoint {

    private final CommandDispatcher commands;

    IssuePolicyEditionEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.PUT,
                "/v1/municipalities/{code}/policy-editions/{id}",
                Action.MANAGE_TEMPLATES,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedEdition.class)
                .flatMap(body -> commands.dispatch(command(request, body.value()), body.context()))
                .map(receipt -> answer(request, receipt));
    }

    private static IssuePolicyEdition command(Request request, RequestedEdition wanted) {
        return new IssuePolicyEdition(
                request.path("id", PolicyEditionId.class),
                wanted.kind(),
                wanted.titleJa(),
                wanted.edition(),
                wanted.effectiveOn(),
                request.scope(),
                request.expectedVersion());
    }

    private static Answer answer(Request request, Receipt receipt) {
        return receipt.effect()
                ? Answer.created(
                        receipt,
                        "/v1/municipalities/%s/policy-editions/%s"
                                .formatted(request.municipality(), receipt.id()))
                : Answer.written(receipt);
    }

    /** The body. */
    record RequestedEdition(
            PolicyKind kind, String titleJa, String edition, LocalDate effectiveOn) {}
}
