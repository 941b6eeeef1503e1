package jp.tenken.command.contract.amendcontract;

import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.contract.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class AmendContractEndpoint {

    private final CommandDispatcher commands;

    AmendContractEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/amendment",
                Action.REGISTER_CONTRACT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedAmendment.class)
                .flatMap(body -> commands.dispatch(command(request, body.value()), body.context()))
                .map(Answer::written);
    }

    private static AmendContract command(Request request, RequestedAmendment wanted) {
        return new AmendContract(
                request.path("id", ContractId.class),
                wanted.contractNumber(),
                wanted.title(),
                wanted.period(),
                wanted.participatingDepartmentCodes(),
                wanted.reason(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedAmendment(
            @Nullable String contractNumber,
            @Nullable String title,
            @Nullable Period period,
            @Nullable List<DepartmentCode> participatingDepartmentCodes,
            String reason) {}
}
