package jp.tenken.query.incident.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewRows;
import jp.tenken.query.contract.Contracts;
import jp.tenken.query.reading.Disclosure;
import jp.tenken.query.reading.Pages;
import jp.tenken.query.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads the incidents that touch contracts of the caller, the latest reported first. */
public final class IncidentEndpoint {

    private final ViewReader<IncidentRow> reader;
    private final Contracts contracts;
    private final Disclosure disclosure;

    /**
     * Over this view.
     *
     * @param contracts to whom contracts belong
     * @param disclosure opens what is sealed
     */
    public IncidentEndpoint(
            ViewReader<IncidentRow> reader, Contracts contracts, Disclosure disclosure) {
        this.reader = reader;
        this.contracts = contracts;
        this.disclosure = disclosure;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/incidents",
                                Action.READ_CONTRACTS,
                                this::list)
                        .parameters("open", "departmentCode")
                        .paged()
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/incidents/{id}",
                                Action.READ_CONTRACTS,
                                this::get)
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        Boolean open = Parameters.flag(request, "open");
        DepartmentCode department = Parameters.of(request, "departmentCode", DepartmentCode::of);
        Map<String, String> equal = new HashMap<>();
        if (open != null) {
            equal.put(IncidentBoard.OPEN, open.toString());
        }
        boolean all = request.scope().wholeMunicipality() && department == null;
        Mono<Set<ContractId>> own =
                all
                        ? Mono.just(Set.of())
                        : contracts.concerned(request, Contracts.Concern.INCIDENT, department);
        return own.flatMap(
                        ids ->
                                page(
                                        request,
                                        equal,
                                        all
                                                ? null
                                                : row ->
                                                        row.contractIds().stream()
                                                                .anyMatch(ids::contains)))
                .flatMap(
                        page ->
                                shown(request, page.rows().stream().map(ViewRow::row).toList())
                                        .map(items -> request.page(items, Pages.next(page))));
    }

    private Mono<ViewRows<IncidentRow>> page(
            Request request, Map<String, String> equal, @Nullable Predicate<IncidentRow> filter) {
        String tenant = request.tenant().value();
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Pages.read(
                                        request,
                                        reader,
                                        List.of(
                                                new RowQuery(
                                                        tenant, equal, null, null, null, true, null,
                                                        1, at)),
                                        filter));
    }

    private Mono<Answer> get(Request request) {
        String tenant = request.tenant().value();
        IncidentId id = IncidentId.of(request.path("id", Object.class).toString());
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, id.value(), at)))
                .map(
                        found ->
                                found.map(ViewRow::row)
                                        .orElseThrow(
                                                () ->
                                                        Rejection.notFound(
                                                                RejectionCodes.INCIDENT_NOT_FOUND)))
                .flatMap(
                        row ->
                                shown(request, List.of(row))
                                        .map(
                                                items ->
                                                        Answer.ok(items.getFirst())
                                                                .version(row.version())));
    }

    private Mono<List<IncidentAnswer>> shown(Request request, List<IncidentRow> rows) {
        Set<ContractId> ids = IncidentContents.contracts(rows);
        return Mono.zip(
                        contracts.find(request, ids),
                        disclosure.of(
                                request.tenant(),
                                IncidentContents.actors(rows),
                                IncidentContents.texts(rows)))
                .map(
                        both -> {
                            IncidentReader reading =
                                    new IncidentReader(
                                            request.scope(),
                                            request.caller().subject(),
                                            both.getT1());
                            rows.forEach(row -> require(reading, row));
                            return rows.stream()
                                    .map(row -> IncidentAnswer.of(row, reading, both.getT2()))
                                    .toList();
                        });
    }

    private static void require(IncidentReader reading, IncidentRow row) {
        if (!reading.concerns(row)) {
            throw Rejection.forbidden(RejectionCodes.OUT_OF_SCOPE);
        }
    }
}
