package jp.tenken.query.checklist.sheet;

import java.util.List;
import java.util.Optional;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.query.reading.Disclosure;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads the checklist of a contract. */
public final class ChecklistEndpoint {

    private final ViewReader<ChecklistRow> reader;
    private final Disclosure disclosure;

    /** Over this view, with the names of those who decided. */
    public ChecklistEndpoint(ViewReader<ChecklistRow> reader, Disclosure disclosure) {
        this.reader = reader;
        this.disclosure = disclosure;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contracts/{id}/checklist",
                                Action.READ_CONTRACTS,
                                this::get)
                        .parameters("revision")
                        .asOf());
    }

    private Mono<Answer> get(Request request) {
        String tenant = request.tenant().value();
        String contract = request.path("id", ContractId.class).value();
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, contract, at)))
                .flatMap(found -> answer(request, found));
    }

    private Mono<Answer> answer(Request request, Optional<ViewRow<ChecklistRow>> found) {
        ChecklistRow row =
                found.map(ViewRow::row)
                        .orElseThrow(() -> Rejection.notFound(RejectionCodes.CONTRACT_NOT_FOUND));
        row.parties().require(request.scope());
        Revision.require(request.parameter("revision"));
        PinnedTemplate template = row.template();
        if (template == null) {
            throw Rejection.notFound(RejectionCodes.REVISION_NOT_FOUND);
        }
        return disclosure
                .of(
                        request.tenant(),
                        row.decided().values().stream().map(DecidedItem::decidedBy).toList())
                .map(
                        shown ->
                                Answer.ok(ChecklistAnswer.of(row, template, shown))
                                        .version(row.version()));
    }
}
