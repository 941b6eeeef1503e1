package jp.tenken.query.municipality.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.edge.security.Realm;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TenantId;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewRows;
import jp.tenken.query.reading.Known;
import jp.tenken.query.reading.Pages;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the directory: all municipalities for the operator, one for its own callers. */
public final class MunicipalityDirectoryEndpoint {

    /** A municipality's version from its onboarding on. */
    private static final long VERSION = 1;

    private static final int AT_A_TIME = 16;

    private final ViewReader<MunicipalityRow> reader;
    private final Known<MunicipalityRow> rows;

    /** Over this view. */
    public MunicipalityDirectoryEndpoint(ViewReader<MunicipalityRow> reader) {
        this.reader = reader;
        this.rows = Known.in(reader);
    }

    /** The operations, sorted by municipality code. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities",
                                Action.LIST_MUNICIPALITIES,
                                this::list)
                        .paged()
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}",
                                Action.READ_MUNICIPALITY,
                                this::get)
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        Realm realm = request.caller().realm();
        return Pages.read(
                        request,
                        reader,
                        List.of(RowQuery.live(MunicipalityDirectory.PARTITION, request.limit())),
                        realm.all() ? null : row -> realm.covers(row.code()))
                .flatMap(
                        page ->
                                asAsked(request, page)
                                        .map(items -> request.page(items, Pages.next(page))));
    }

    // Each municipality has sequences of its own, so each is looked up as it was; whoever is listed
    // now and was not there then is left out, and nobody was there then who is not listed now.
    private Mono<List<MunicipalityRow>> asAsked(Request request, ViewRows<MunicipalityRow> page) {
        List<MunicipalityRow> live = page.rows().stream().map(ViewRow::row).toList();
        Instant instant = request.asOf();
        return instant == null
                ? Mono.just(live)
                : Flux.fromIterable(live)
                        .map(row -> TenantId.derivedFrom(row.code()))
                        .flatMapSequential(
                                tenant -> rows.find(request, tenant, tenant.value(), instant),
                                AT_A_TIME)
                        .collectList();
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
