package jp.tenken.query.municipality.policies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.query.reading.Pages;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads the editions of a municipality, the latest day first, then by id from the end. */
public final class PolicyEditionsEndpoint {

    private final ViewReader<PolicyEditionRow> reader;

    /** Over this view. */
    public PolicyEditionsEndpoint(ViewReader<PolicyEditionRow> reader) {
        this.reader = reader;
    }

    /** The operations; which rules apply is no secret within a municipality. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/policy-editions",
                                Action.READ_MUNICIPALITY,
                                this::list)
                        .paged()
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/policy-editions/{id}",
                                Action.READ_MUNICIPALITY,
                                this::get)
                        .asOf());
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

    private Mono<Answer> get(Request request) {
        String tenant = request.tenant().value();
        PolicyEditionId id = request.path("id", PolicyEditionId.class);
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, id.value(), at)))
                .map(PolicyEditionsEndpoint::known)
                .map(row -> Answer.ok(row).version(row.version()));
    }

    private static PolicyEditionRow known(Optional<ViewRow<PolicyEditionRow>> found) {
        return found.map(ViewRow::row)
                .orElseThrow(() -> Rejection.notFound(RejectionCodes.POLICY_EDITION_NOT_FOUND));
    }

    private static RowQuery all(String tenant, long sequence) {
        return new RowQuery(tenant, Map.of(), null, null, null, true, null, 1, sequence);
    }
}
