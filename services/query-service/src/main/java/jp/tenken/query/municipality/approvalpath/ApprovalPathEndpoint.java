package jp.tenken.query.municipality.approvalpath;

import java.util.List;
import java.util.Optional;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads along which path checklists are approved. */
public final class ApprovalPathEndpoint {

    private final ViewReader<ApprovalPathRow> reader;

    /** Over this view. */
    public ApprovalPathEndpoint(ViewReader<ApprovalPathRow> reader) {
        this.reader = reader;
    }

    /** The operation; everybody in a municipality may know who approves. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/approval-path",
                                Action.READ_MUNICIPALITY,
                                this::get)
                        .asOf());
    }

    private Mono<Answer> get(Request request) {
        String tenant = request.tenant().value();
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, ApprovalPaths.KEY, at)))
                .map(ApprovalPathEndpoint::known)
                .map(row -> Answer.ok(row).version(row.version()));
    }

    private static ApprovalPathRow known(Optional<ViewRow<ApprovalPathRow>> found) {
        return found.map(ViewRow::row)
                .orElseThrow(() -> Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND));
    }
}
