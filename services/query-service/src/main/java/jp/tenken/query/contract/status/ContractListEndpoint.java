package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.reading.Pages;
import jp.tenken.query.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Lists the contracts that the caller may see, by contract number, then by id. */
public final class ContractListEndpoint {

    private final ViewReader<ContractRow> reader;
    private final InstantSource clock;

    /**
     * Over this view.
     *
     * @param clock for which instant statuses are asked that are not asked {@code asOf} another
     */
    public ContractListEndpoint(ViewReader<ContractRow> reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contracts",
                                Action.READ_CONTRACTS,
                                this::list)
                        .parameters(
                                "departmentCode",
                                "status",
                                "reason",
                                "contractorId",
                                "fiscalYear",
                                "q")
                        .paged()
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        ContractSources sources =
                new ContractSources(
                        Parameters.of(request, "departmentCode", DepartmentCode::of),
                        Parameters.of(request, "contractorId", ContractorId::of));
        ContractStatus status = Parameters.word(request, "status", ContractStatus.class);
        ContractStatus reason = Parameters.word(request, "reason", ContractStatus.class);
        Map<String, String> equal = equal(request, status == null ? reason : status);
        String text = text(request);
        Instant instant = ContractEndpoint.instant(request, clock);
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Pages.answer(
                                        request,
                                        reader,
                                        sources.of(
                                                request.scope(),
                                                query(request.tenant().value(), equal, text, at)),
                                        filter(
                                                sources.filter(
                                                        request.scope(),
                                                        row -> row.parties().departments()),
                                                status,
                                                reason,
                                                instant),
                                        row -> ContractAnswer.of(row, instant)));
    }

    // The rows found by a status are those that come to have reason for it; this picks those that
    // do now. What is overdue has an open incident, too, which is worse: it has the status of the
    // one and both reasons.
    private static @Nullable Predicate<ContractRow> filter(
            @Nullable Predicate<ContractRow> departments,
            @Nullable ContractStatus status,
            @Nullable ContractStatus reason,
            Instant instant) {
        Predicate<ContractRow> standing =
                status == null && reason == null
                        ? null
                        : row -> stands(StatusRule.statusAt(row, instant), status, reason);
        if (departments == null || standing == null) {
            return departments == null ? standing : departments;
        }
        return departments.and(standing);
    }

    private static boolean stands(
            StatusRule.Standing standing,
            @Nullable ContractStatus status,
            @Nullable ContractStatus reason) {
        return (status == null || standing.status() == status)
                && (reason == null || standing.statuses().contains(reason));
    }

    private static Map<String, String> equal(Request request, @Nullable ContractStatus status) {
        Map<String, String> equal = new HashMap<>();
        if (status != null) {
            equal.put(ContractStatusView.STATUS, status.word());
        }
        Integer year = Parameters.year(request, "fiscalYear");
        if (year != null) {
            equal.put(ContractStatusView.FISCAL_YEAR, year.toString());
        }
        return equal;
    }

    private static @Nullable String text(Request request) {
        String q = request.parameter("q");
        String folded = q == null ? "" : SearchFold.fold(q).strip();
        return folded.isEmpty() ? null : folded;
    }

    private static RowQuery query(
            String tenant, Map<String, String> equal, @Nullable String text, long sequence) {
        return new RowQuery(tenant, equal, text, null, null, false, null, 1, sequence);
    }
}
