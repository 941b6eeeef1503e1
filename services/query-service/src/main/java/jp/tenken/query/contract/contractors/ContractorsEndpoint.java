package jp.tenken.query.contract.contractors;

import java.util.List;
import java.util.Map;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.query.reading.Pages;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * Reads the contractors, by name, then by id: all of them for the municipality's own callers,
 * itself for a contractor.
 */
public final class ContractorsEndpoint {

    private final ViewReader<ContractorRow> reader;

    /** Over this view. */
    public ContractorsEndpoint(ViewReader<ContractorRow> reader) {
        this.reader = reader;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contractors",
                                Action.READ_CONTRACTS,
                                this::list)
                        .paged()
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contractors/{contractorId}",
                                Action.READ_CONTRACTS,
                                this::get)
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Pages.answer(
                                        request, reader, sources(request, at), null, row -> row));
    }

    private Mono<Answer> get(Request request) {
        ContractorId id = request.path("contractorId", ContractorId.class);
        if (!request.scope().isMunicipal()) {
            request.scope().require(List.of(), id);
        }
        String tenant = request.tenant().value();
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, id.value(), at)))
                .map(
                        found ->
                                found.map(ViewRow::row)
                                        .orElseThrow(
                                                () ->
                                                        Rejection.notFound(
                                                                RejectionCodes
                                                                        .CONTRACTOR_NOT_FOUND)))
                .map(row -> Answer.ok(row).version(row.version()));
    }

    private static List<RowQuery> sources(Request request, long at) {
        String tenant = request.tenant().value();
        return request.scope().isMunicipal()
                ? List.of(query(tenant, Map.of(), at))
                : request.scope().contractors().stream()
                        .map(id -> query(tenant, Map.of(Contractors.ID, id.value()), at))
                        .toList();
    }

    private static RowQuery query(String tenant, Map<String, String> equal, long at) {
        return new RowQuery(tenant, equal, null, null, null, false, null, 1, at);
    }
}
