package jp.tenken.command.checklist.importchecklist;

import jp.tenken.command.form.ImportAnswer;
import jp.tenken.command.form.MarkdownForm;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

final class ImportChecklistEndpoint {

    private final CommandDispatcher commands;

    ImportChecklistEndpoint(CommandDispatcher commands) {
        this.commands = commands;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/checklist/import",
                Action.REGISTER_CONTRACT,
                this::handle);
    }

    /** A form may be long: it is read off the connection's thread. */
    private Mono<Answer> handle(Request request) {
        return request.text(MediaType.TEXT_MARKDOWN)
                .publishOn(Schedulers.parallel())
                .flatMap(body -> send(request, body));
    }

    private Mono<Answer> send(Request request, Body<String> body) {
        ImportChecklist command =
                new ImportChecklist(
                        request.path("id", ContractId.class),
                        MarkdownForm.rowsOf(body.value()),
                        request.scope(),
                        request.expectedVersion());
        return commands.dispatch(command, body.context())
                .map(receipt -> answer(request, receipt, ImportAnswer.of(receipt, command.rows())));
    }

    private static Answer answer(Request request, Receipt receipt, ImportAnswer body) {
        return receipt.effect()
                ? Answer.created(
                        receipt,
                        "/v1/municipalities/%s/contracts/%s/checklist"
                                .formatted(request.municipality(), receipt.id()),
                        body)
                : Answer.written(receipt, body);
    }
}
