package jp.tenken.command.municipality.onboardmunicipality;

import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.MunicipalityKind;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class OnboardMunicipalityEndpoint {

    private final CommandDispatcher commands;

    OnboardMunicipalityEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.PUT,
                "/v1/municipalities/{code}",
                Action.ONBOARD_MUNICIPALITY,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedMunicipality.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(receipt -> answer(request, receipt));
    }

    private static OnboardMunicipality command(Request request, Body<RequestedMunicipality> body) {
        RequestedMunicipality wanted = body.value();
        return new OnboardMunicipality(
                request.municipality(),
                wanted.nameJa(),
                wanted.nameEn(),
                wanted.kind(),
                request.expectedVersion());
    }

    private static Answer answer(Request request, Receipt receipt) {
        return receipt.effect()
                ? Answer.created(receipt, "/v1/municipalities/" + request.municipality())
                : Answer.written(receipt);
    }

    /** The body. */
    record RequestedMunicipality(String nameJa, String nameEn, MunicipalityKind kind) {}
}
