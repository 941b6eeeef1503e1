package jp.tenken.command.contract.namecontractor;

import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.contract.CorporateNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class NameContractorEndpoint {

    private final CommandDispatcher commands;

    NameContractorEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.PUT,
                "/v1/municipalities/{code}/contractors/{contractorId}",
                Action.REGISTER_CONTRACT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedContractor.class)
                .flatMap(body -> commands.dispatch(command(request, body.value()), body.context()))
                .map(receipt -> answer(request, receipt));
    }

    private static NameContractor command(Request request, RequestedContractor wanted) {
        return new NameContractor(
                request.path("contractorId", ContractorId.class),
                wanted.name(),
                wanted.corporateNumber(),
                request.expectedVersion());
    }

    /** Who was known from a contract was there before anybody named it. */
    private static Answer answer(Request request, Receipt receipt) {
        return receipt.told().containsKey(NameContractorHandler.CREATED)
                ? Answer.created(
                        receipt,
                        "/v1/municipalities/%s/contractors/%s"
                                .formatted(request.municipality(), receipt.id()))
                : Answer.written(receipt);
    }

    /** The body. */
    record RequestedContractor(String name, @Nullable CorporateNumber corporateNumber) {}
}
