package jp.tenken.query.municipality.departments;

import java.util.List;
import java.util.Map;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.query.reading.AllRows;
import jp.tenken.query.reading.Pages;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Lists the departments of a municipality. */
public final class DepartmentsEndpoint {

    private final ViewReader<DepartmentRow> reader;

    /** Over this view. */
    public DepartmentsEndpoint(ViewReader<DepartmentRow> reader) {
        this.reader = reader;
    }

    /** The operations, sorted by department code. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/departments",
                                Action.READ_MUNICIPALITY,
                                this::list)
                        .paged()
                        .asOf());
    }

    /**
     * The codes of all departments at the moment for which a request asks; for answers about them.
     */
    public Mono<List<DepartmentCode>> codes(Request request) {
        return request.readAt(reader.name().toString())
                .flatMap(at -> AllRows.of(reader, List.of(all(request.tenant().value(), at))))
                .map(rows -> rows.stream().map(row -> row.row().departmentCode()).toList());
    }

    private Mono<Answer> list(Request request) {
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Pages.answer(
                                        request,
                                        reader,
                                        List.of(all(request.tenant().value(), at)),
                                        null,
                                        row -> row));
    }

    private static RowQuery all(String tenant, long sequence) {
        return new RowQuery(tenant, Map.of(), null, null, null, false, null, 1, sequence);
    }
}
