package jp.tenken.command.contract.importcontract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.contract.ContractIds;
import jp.tenken.command.contract.ContractorReference;
import jp.tenken.command.contract.Registration;
import jp.tenken.command.form.ImportAnswer;
import jp.tenken.command.form.MarkdownForm;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.contract.Period;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

final class ImportContractEndpoint {

    private static final String DEPARTMENT = "departmentCode";
    private static final String NUMBER = "contractNumber";
    private static final String TITLE = "title";
    private static final String CONTRACTOR = "contractor";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final CommandDispatcher commands;
    private final ContractIds ids;

    ImportContractEndpoint(CommandDispatcher commands, ContractIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                        HttpMethod.POST,
                        "/v1/municipalities/{code}/contracts/import",
                        Action.REGISTER_CONTRACT,
                        this::handle)
                .parameters(DEPARTMENT, NUMBER, TITLE, CONTRACTOR, FROM, TO);
    }

    /** A form may be long: it is read off the connection's thread. */
    private Mono<Answer> handle(Request request) {
        return request.text(MediaType.TEXT_MARKDOWN)
                .publishOn(Schedulers.parallel())
                .flatMap(body -> send(request, body));
    }

    private Mono<Answer> send(Request request, Body<String> body) {
        ImportContract command =
                new ImportContract(registration(request, body), MarkdownForm.rowsOf(body.value()));
        return commands.dispatch(command, body.context())
                .map(
                        receipt ->
                                Answer.created(
                                        receipt,
                                        "/v1/municipalities/%s/contracts/%s"
                                                .formatted(request.municipality(), receipt.id()),
                                        ImportAnswer.of(receipt, command.rows())));
    }

    private Registration registration(Request request, Body<String> body) {
        String department = required(request, DEPARTMENT);
        return new Registration(
                ids.forRequest(body.context()),
                required(request, NUMBER),
                required(request, TITLE),
                Rejection.inField(DEPARTMENT, () -> DepartmentCode.of(department)),
                List.of(),
                ContractorReference.named(required(request, CONTRACTOR)),
                Rejection.inField("period", () -> new Period(day(request, FROM), day(request, TO))),
                null,
                null,
                request.scope());
    }

    private static LocalDate day(Request request, String parameter) {
        try {
            return LocalDate.parse(required(request, parameter));
        } catch (DateTimeException notADate) {
            throw Refusal.field(parameter, "field-date");
        }
    }

    private static String required(Request request, String parameter) {
        String value = request.parameter(parameter);
        if (value == null) {
            throw Refusal.field(parameter, "field-required");
        }
        return value;
    }
}
