package jp.tenken.query.checklist.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.EvidenceId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewRows;
import jp.tenken.query.contract.Contracts;
import jp.tenken.query.contract.Contracts.Known;
import jp.tenken.query.reading.Disclosure;
import jp.tenken.query.reading.Disclosure.Disclosed;
import jp.tenken.query.reading.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * Reads the evidence of a contract: lists have the latest date first, then go by id from the end.
 */
public final class EvidenceEndpoint {

    private final ViewReader<EvidenceRow> reader;
    private final Contracts contracts;
    private final Disclosure disclosure;

    /**
     * Over this view.
     *
     * @param contracts to whom contracts belong
     * @param disclosure knows the names of those who referenced
     */
    public EvidenceEndpoint(
            ViewReader<EvidenceRow> reader, Contracts contracts, Disclosure disclosure) {
        this.reader = reader;
        this.contracts = contracts;
        this.disclosure = disclosure;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contracts/{id}/evidence",
                                Action.READ_CONTRACTS,
                                this::list)
                        .paged()
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contracts/{id}/evidence/{evidenceId}",
                                Action.READ_CONTRACTS,
                                this::get)
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        ContractId contract = request.path("id", ContractId.class);
        return readable(request, contract)
                .flatMap(at -> page(request, contract, at))
                .flatMap(page -> answer(request, page));
    }

    private Mono<Answer> get(Request request) {
        ContractId contract = request.path("id", ContractId.class);
        String tenant = request.tenant().value();
        String key = Evidence.key(contract, request.path("evidenceId", EvidenceId.class));
        return readable(request, contract)
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, key, at)))
                .map(EvidenceEndpoint::known)
                .flatMap(
                        row ->
                                shown(request, List.of(row))
                                        .map(
                                                shown ->
                                                        Answer.ok(EvidenceAnswer.of(row, shown))
                                                                .version(row.version())));
    }

    /** At which sequence to read, once it is sure that the caller may read of this contract. */
    private Mono<Long> readable(Request request, ContractId contract) {
        return contracts
                .find(request, List.of(contract))
                .doOnNext(known -> require(request, known.get(contract)))
                .flatMap(known -> request.readAt(reader.name().toString()));
    }

    private Mono<ViewRows<EvidenceRow>> page(Request request, ContractId contract, long at) {
        RowQuery query =
                new RowQuery(
                        request.tenant().value(),
                        Map.of(Evidence.CONTRACT, contract.value()),
                        null,
                        null,
                        null,
                        true,
                        null,
                        1,
                        at);
        return Pages.read(request, reader, List.of(query), null);
    }

    private Mono<Answer> answer(Request request, ViewRows<EvidenceRow> page) {
        List<EvidenceRow> rows = page.rows().stream().map(ViewRow::row).toList();
        return shown(request, rows)
                .map(
                        shown ->
                                request.page(
                                        rows.stream()
                                                .map(row -> EvidenceAnswer.of(row, shown))
                                                .toList(),
                                        Pages.next(page)));
    }

    private Mono<Disclosed> shown(Request request, List<EvidenceRow> rows) {
        return disclosure.of(
                request.tenant(),
                rows.stream()
                        .flatMap(
                                row ->
                                        row.withdrawal() == null
                                                ? Stream.of(row.referencedBy())
                                                : Stream.of(
                                                        row.referencedBy(),
                                                        row.withdrawal().actor()))
                        .toList());
    }

    private static EvidenceRow known(Optional<ViewRow<EvidenceRow>> found) {
        return found.map(ViewRow::row)
                .orElseThrow(() -> Rejection.notFound(RejectionCodes.EVIDENCE_NOT_FOUND));
    }

    private static void require(Request request, @Nullable Known contract) {
        if (contract == null) {
            throw Rejection.notFound(RejectionCodes.CONTRACT_NOT_FOUND);
        }
        contract.parties().require(request.scope());
    }
}
