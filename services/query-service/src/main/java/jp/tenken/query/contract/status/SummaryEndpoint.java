package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.reading.AllRows;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads how the contracts of a department or of a municipality stand together. */
public final class SummaryEndpoint {

    private static final int MOST_REASONS = 500;

    private final ViewReader<ContractRow> reader;
    private final InstantSource clock;
    private final Departments departments;

    /** Which departments a municipality has, by code, at the moment for which a request asks. */
    @FunctionalInterface
    public interface Departments {
        /** All of them, in no particular order. */
        Mono<List<DepartmentCode>> of(Request request);
    }

    /**
     * Over this view.
     *
     * @param clock for which instant a status is asked that is not asked {@code asOf} another
     * @param departments which departments there are
     */
    public SummaryEndpoint(
            ViewReader<ContractRow> reader, InstantSource clock, Departments departments) {
        this.reader = reader;
        this.clock = clock;
        this.departments = departments;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/departments/{departmentCode}/status",
                                Action.READ_CONTRACTS,
                                this::department)
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/status",
                                Action.READ_CONTRACTS,
                                this::municipality)
                        .asOf());
    }

    private Mono<Answer> department(Request request) {
        DepartmentCode department = request.path("departmentCode", DepartmentCode.class);
        request.scope().require(department);
        return departments
                .of(request)
                .filter(known -> known.contains(department))
                .switchIfEmpty(
                        Mono.error(() -> Rejection.notFound(RejectionCodes.DEPARTMENT_NOT_FOUND)))
                .flatMap(known -> rows(request, department))
                .map(rows -> StatusSummary.of(rows, instant(request), MOST_REASONS))
                .map(Answer::ok);
    }

    private Mono<Answer> municipality(Request request) {
        return departments
                .of(request)
                .map(known -> known.stream().filter(request.scope()::covers).toList())
                .zipWith(rows(request, null))
                .map(
                        read ->
                                MunicipalitySummary.of(
                                        read.getT1(), read.getT2(), instant(request), MOST_REASONS))
                .map(Answer::ok);
    }

    private Instant instant(Request request) {
        return ContractEndpoint.instant(request, clock);
    }

    private Mono<List<ContractRow>> rows(Request request, @Nullable DepartmentCode department) {
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                AllRows.of(
                                        reader,
                                        new ContractSources(department, null)
                                                .of(
                                                        request.scope(),
                                                        all(request.tenant().value(), at))))
                .map(rows -> rows.stream().map(ViewRow::row).toList());
    }

    static RowQuery all(String tenant, long sequence) {
        return new RowQuery(tenant, Map.of(), null, null, null, false, null, 1, sequence);
    }

    /**
     * How a municipality stands.
     *
     * @param status as in {@link StatusSummary}, and so on
     * @param departments the same by department, in the order of the codes; a contract counts for
     *     the department in charge and for each that has a part in it, and a department without
     *     contracts is in order
     */
    record MunicipalitySummary(
            ContractStatus status,
            List<StatusSummary.Reason> reasons,
            int moreReasons,
            StatusSummary.Counts counts,
            @Nullable Instant nextChangeAt,
            List<Department> departments) {

        static MunicipalitySummary of(
                List<DepartmentCode> known, List<ContractRow> rows, Instant instant, int limit) {
            StatusSummary all = StatusSummary.of(rows, instant, limit);
            Map<DepartmentCode, List<ContractRow>> byDepartment = new TreeMap<>();
            known.forEach(code -> byDepartment.put(code, new ArrayList<>()));
            for (ContractRow row : rows) {
                for (DepartmentCode code : row.parties().departments()) {
                    byDepartment.computeIfAbsent(code, unused -> new ArrayList<>()).add(row);
                }
            }
            return new MunicipalitySummary(
                    all.status(),
                    all.reasons(),
                    all.moreReasons(),
                    all.counts(),
                    all.nextChangeAt(),
                    byDepartment.entrySet().stream()
                            .map(
                                    each ->
                                            Department.of(
                                                    each.getKey(),
                                                    StatusSummary.of(each.getValue(), instant, 0)))
                            .toList());
        }
    }

    /**
     * How a department stands.
     *
     * @param departmentCode which department
     * @param status as in {@link StatusSummary}, and so on
     */
    record Department(
            DepartmentCode departmentCode,
            ContractStatus status,
            StatusSummary.Counts counts,
            @Nullable Instant nextChangeAt) {

        static Department of(DepartmentCode code, StatusSummary summary) {
            return new Department(code, summary.status(), summary.counts(), summary.nextChangeAt());
        }
    }
}
