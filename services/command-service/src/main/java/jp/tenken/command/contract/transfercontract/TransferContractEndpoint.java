package jp.tenken.command.contract.transfercontract;

import java.time.Clock;
import java.time.LocalDate;
import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.calendar.JapaneseCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class TransferContractEndpoint {

    private final CommandDispatcher commands;
    private final Clock clock;

    TransferContractEndpoint(CommandDispatcher commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/transfer",
                Action.REGISTER_CONTRACT,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedTransfer.class)
                .flatMap(body -> commands.dispatch(command(request, body.value()), body.context()))
                .map(Answer::written);
    }

    private TransferContract command(Request request, RequestedTransfer wanted) {
        LocalDate day = wanted.effectiveOn();
        return new TransferContract(
                request.path("id", ContractId.class),
                wanted.toDepartmentCode(),
                day == null ? JapaneseCalendar.dayOf(clock.instant()) : day,
                wanted.reason(),
                request.scope(),
                request.expectedVersion());
    }

    /** The body. */
    record RequestedTransfer(
            DepartmentCode toDepartmentCode,
            @Nullable LocalDate effectiveOn,
            @Nullable String reason) {}
}
