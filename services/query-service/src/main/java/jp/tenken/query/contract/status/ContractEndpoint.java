package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads one contract and its status. */
public final class ContractEndpoint {

    private final ViewReader<ContractRow> reader;
    private final InstantSource clock;

    /**
     * Over this view.
     *
     * @param clock for which instant a status is asked that is not asked {@code asOf} another
     */
    public ContractEndpoint(ViewReader<ContractRow> reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contracts/{id}",
                                Action.READ_CONTRACTS,
                                this::contract)
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contracts/{id}/status",
                                Action.READ_CONTRACTS,
                                this::status)
                        .asOf());
    }

    private Mono<Answer> contract(Request request) {
        return row(request)
                .map(
                        row ->
                                Answer.ok(ContractDetail.of(row, instant(request, clock)))
                                        .version(row.version()));
    }

    private Mono<Answer> status(Request request) {
        return row(request).map(row -> Answer.ok(StatusAnswer.of(row, instant(request, clock))));
    }

    /** The instant for which the request asks: {@code asOf}, or now. */
    static Instant instant(Request request, InstantSource clock) {
        Instant asOf = request.asOf();
        return asOf == null ? clock.instant() : asOf;
    }

    private Mono<ContractRow> row(Request request) {
        String tenant = request.tenant().value();
        String id = request.path("id", ContractId.class).value();
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, id, at)))
                .map(
                        found -> {
                            ContractRow row =
                                    found.map(ViewRow::row)
                                            .orElseThrow(
                                                    () ->
                                                            Rejection.notFound(
                                                                    RejectionCodes
                                                                            .CONTRACT_NOT_FOUND));
                            row.parties().require(request.scope());
                            return row;
                        });
    }
}
