package jp.tenken.query.municipality.directory;

import java.util.List;
import java.util.Optional;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.edge.security.Realm;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.query.reading.Pages;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads the directory: all municipalities for the operator, one for its own callers. */
public final class MunicipalityDirectoryEndpoint {

    /** A municipality's version from its onboarding on. */
    private static final long VERSION = 1;

    private final ViewReader<MunicipalityRow> reader;

    /** Over this view. */
    public MunicipalityDirectoryEndpoint(ViewReader<MunicipalityRow> reader) {
        this.reader = reader;
    }

    /** The operations, sorted by municipality code. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities",
                                Action.LIST_MUNICIPALITIES,
                                this::list)
                        .paged(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}",
                                Action.READ_MUNICIPALITY,
                                this::get)
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        Realm realm = request.caller().realm();
        return Pages.answer(
                request,
                reader,
                List.of(RowQuery.live(MunicipalityDirectory.PARTITION, request.limit())),
                realm.all() ? null : row -> realm.covers(row.code()),
                row -> row);
    }

    private Mono<Answer> get(Request request) {
        String tenant = request.tenant().value();
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, tenant, at)))
                .map(found -> known(found))
                .map(row -> Answer.ok(row).version(VERSION));
    }

    private static MunicipalityRow known(Optional<ViewRow<MunicipalityRow>> found) {
        return found.map(ViewRow::row)
                .orElseThrow(() -> Rejection.notFound(RejectionCodes.MUNICIPALITY_NOT_FOUND));
    }
}
