package jp.tenken.query.history.entries;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Handler;
import jp.tenken.edge.Page;
import jp.tenken.edge.Request;
import jp.tenken.edge.http.EdgeJson;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewRows;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.reading.Disclosure;
import jp.tenken.query.reading.Pages;
import jp.tenken.query.reading.Parameters;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.core.publisher.Mono;

/**
 * Reads the history of a municipality or of one contract, newest first, as JSON, CSV or one JSON
 * document a line. A document that is no JSON page says in a header where the next page begins.
 */
public final class HistoryEndpoint {

    /** Header with the cursor of the next page; absent on the last one. */
    public static final String NEXT_CURSOR = "Tenken-Next-Cursor";

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final String[] FILTERS = {"actor", "type", "itemCode", "from", "to"};

    private final ViewReader<HistoryRow> reader;
    private final Disclosure disclosure;

    /** Over this view, with the names of those who acted. */
    public HistoryEndpoint(ViewReader<HistoryRow> reader, Disclosure disclosure) {
        this.reader = reader;
        this.disclosure = disclosure;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                history("/v1/municipalities/{code}/history", this::ofMunicipality)
                        .parameters("departmentCode"),
                history("/v1/municipalities/{code}/contracts/{id}/history", this::ofContract));
    }

    private static Endpoint history(String template, Handler handler) {
        return Endpoint.of(HttpMethod.GET, template, Action.READ_HISTORY, handler)
                .parameters(FILTERS)
                .paged()
                .asOf()
                .produces(MediaType.APPLICATION_JSON, CSV, MediaType.APPLICATION_NDJSON);
    }

    private Mono<Answer> ofMunicipality(Request request) {
        ContractSources sources =
                new ContractSources(
                        Parameters.of(request, "departmentCode", DepartmentCode::of), null);
        HistoryFilter filter = HistoryFilter.of(request);
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Pages.read(
                                        request,
                                        reader,
                                        sources.of(
                                                request.scope(),
                                                filter.query(request.tenant().value(), at)),
                                        sources.filter(
                                                request.scope(),
                                                (HistoryRow row) -> row.listed().departments())))
                .flatMap(page -> disclosed(request, page));
    }

    private Mono<Answer> ofContract(Request request) {
        String tenant = request.tenant().value();
        ContractId id = request.path("id", ContractId.class);
        HistoryFilter filter = HistoryFilter.of(request).ofContract(id.value());
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Mono.fromFuture(
                                                () ->
                                                        reader.find(
                                                                tenant,
                                                                HistoryKeys.contract(id),
                                                                at))
                                        .doOnNext(found -> require(request, found))
                                        .then(read(request, filter.query(tenant, at))))
                .flatMap(page -> disclosed(request, page));
    }

    private Mono<ViewRows<HistoryRow>> read(Request request, RowQuery query) {
        return Mono.defer(() -> Pages.read(request, reader, List.of(query), null));
    }

    private static void require(Request request, Optional<ViewRow<HistoryRow>> found) {
        KnownContract contract = found.map(row -> row.row().contract()).orElse(null);
        if (contract == null) {
            throw Rejection.notFound(RejectionCodes.CONTRACT_NOT_FOUND);
        }
        contract.parties().require(request.scope());
    }

    private Mono<Answer> disclosed(Request request, ViewRows<HistoryRow> rows) {
        List<Entry> entries =
                rows.rows().stream()
                        .map(row -> row.row().listed())
                        .map(each -> each.shownTo(request.scope(), request.caller().subject()))
                        .toList();
        return disclosure
                .of(
                        request.tenant(),
                        entries.stream().map(Entry::actor).toList(),
                        entries.stream()
                                .map(Entry::told)
                                .flatMap(
                                        told ->
                                                Stream.of(
                                                                Optional.ofNullable(
                                                                        told.sealedReason()),
                                                                Optional.ofNullable(told.comment()))
                                                        .flatMap(Optional::stream))
                                .toList())
                .map(
                        shown ->
                                answer(
                                        request,
                                        rows,
                                        entries.stream()
                                                .map(entry -> HistoryItem.of(entry, shown))
                                                .toList()));
    }

    private static Answer answer(
            Request request, ViewRows<HistoryRow> rows, List<HistoryItem> items) {
        Answer page = request.page(items, Pages.next(rows));
        MediaType type = request.accepted();
        if (type.equals(MediaType.APPLICATION_JSON)) {
            return page;
        }
        byte[] document = type.equals(CSV) ? HistoryTable.csv(items) : lines(items);
        Answer answer = Answer.document(type, document);
        String next = page.body() instanceof Page listed ? listed.nextCursor() : null;
        return next == null ? answer : answer.header(NEXT_CURSOR, next);
    }

    private static byte[] lines(List<HistoryItem> items) {
        return items.stream()
                .map(item -> new String(EdgeJson.write(item), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
