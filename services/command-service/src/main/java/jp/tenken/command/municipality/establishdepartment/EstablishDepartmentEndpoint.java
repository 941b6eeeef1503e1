package jp.tenken.command.municipality.establishdepartment;

import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.DepartmentCode;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class EstablishDepartmentEndpoint {

    private final CommandDispatcher commands;

    EstablishDepartmentEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.PUT,
                "/v1/municipalities/{code}/departments/{departmentCode}",
                Action.MANAGE_MUNICIPALITY,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedDepartment.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(receipt -> answer(request, receipt));
    }

    private static EstablishDepartment command(Request request, Body<RequestedDepartment> body) {
        return new EstablishDepartment(
                request.path("departmentCode", DepartmentCode.class),
                body.value().nameJa(),
                body.value().nameEn(),
                request.scope(),
                request.expectedVersion());
    }

    /** The first version is a new department, every later one a new name. */
    private static Answer answer(Request request, Receipt receipt) {
        return receipt.effect() && receipt.version() == 1
                ? Answer.created(
                        receipt,
                        "/v1/municipalities/%s/departments/%s"
                                .formatted(request.municipality(), receipt.id()))
                : Answer.written(receipt);
    }

    /** The body. */
    record RequestedDepartment(String nameJa, String nameEn) {}
}
