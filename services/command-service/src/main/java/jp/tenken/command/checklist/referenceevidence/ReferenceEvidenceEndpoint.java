package jp.tenken.command.checklist.referenceevidence;

import java.time.LocalDate;
import java.util.List;
import jp.tenken.command.checklist.EvidenceIds;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.checklist.EvidenceKind;
import jp.tenken.kernel.checklist.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class ReferenceEvidenceEndpoint {

    private final CommandDispatcher commands;
    private final EvidenceIds ids;

    ReferenceEvidenceEndpoint(CommandDispatcher commands, EvidenceIds ids) {
        this.commands = commands;
        this.ids = ids;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/evidence",
                Action.RECORD_DUTY,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedEvidence.class)
                .flatMap(body -> commands.dispatch(command(request, body), body.context()))
                .map(
                        receipt ->
                                Answer.created(
                                        receipt,
                                        "/v1/municipalities/%s/contracts/%s/evidence/%s"
                                                .formatted(
                                                        request.municipality(),
                                                        request.path("id", ContractId.class),
                                                        receipt.id())));
    }

    private ReferenceEvidence command(Request request, Body<RequestedEvidence> body) {
        RequestedEvidence wanted = body.value();
        return new ReferenceEvidence(
                request.path("id", ContractId.class),
                ids.forRequest(body.context()),
                wanted.itemCodes(),
                wanted.kind(),
                wanted.title(),
                wanted.documentNumber(),
                wanted.sha256(),
                wanted.datedOn(),
                request.scope());
    }

    /** The body. */
    record RequestedEvidence(
            List<ItemCode> itemCodes,
            EvidenceKind kind,
            String title,
            @Nullable String documentNumber,
            @Nullable Sha256 sha256,
            LocalDate datedOn) {}
}
