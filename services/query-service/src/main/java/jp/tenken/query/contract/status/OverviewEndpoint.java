package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Page;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.TenantId;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.query.reading.AllRows;
import jp.tenken.query.reading.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads how the municipalities stand for which a caller may speak, side by side. */
public final class OverviewEndpoint {

    private static final int MOST_REASONS = 100;
    private static final int MUNICIPALITIES_AT_A_TIME = 4;

    private final ViewReader<ContractRow> reader;
    private final InstantSource clock;
    private final Known<Names> municipalities;

    /**
     * What a municipality is called.
     *
     * @param nameJa in Japanese
     * @param nameEn in English
     */
    public record Names(String nameJa, String nameEn) {}

    /**
     * A municipality in the overview.
     *
     * @param code which municipality
     * @param nameJa its name in Japanese
     * @param nameEn its name in English
     * @param status as in {@link StatusSummary}, and so on
     */
    public record Line(
            MunicipalityCode code,
            String nameJa,
            String nameEn,
            ContractStatus status,
            List<StatusSummary.Reason> reasons,
            int moreReasons,
            StatusSummary.Counts counts,
            @Nullable Instant nextChangeAt) {

        static Line of(MunicipalityCode code, Names names, StatusSummary summary) {
            return new Line(
                    code,
                    names.nameJa(),
                    names.nameEn(),
                    summary.status(),
                    summary.reasons(),
                    summary.moreReasons(),
                    summary.counts(),
                    summary.nextChangeAt());
        }
    }

    /**
     * Over this view.
     *
     * @param clock for which instant a status is asked that is not asked {@code asOf} another
     * @param municipalities which there are, by tenant
     */
    public OverviewEndpoint(
            ViewReader<ContractRow> reader, InstantSource clock, Known<Names> municipalities) {
        this.reader = reader;
        this.clock = clock;
        this.municipalities = municipalities;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(HttpMethod.GET, "/v1/overview", Action.READ_OVERVIEW, this::overview)
                        .asOf());
    }

    private Mono<Answer> overview(Request request) {
        Instant instant = ContractEndpoint.instant(request, clock);
        List<MunicipalityCode> codes =
                request.caller().municipalities().stream()
                        .sorted(Comparator.comparing(MunicipalityCode::value))
                        .toList();
        return Flux.fromIterable(codes)
                .flatMapSequential(code -> line(request, code, instant), MUNICIPALITIES_AT_A_TIME)
                .collectList()
                .map(lines -> Answer.ok(new Page(lines, null)));
    }

    private Mono<Line> line(Request request, MunicipalityCode code, Instant instant) {
        TenantId tenant = TenantId.derivedFrom(code);
        return municipalities
                .find(request, tenant, tenant.value(), request.asOf())
                .flatMap(
                        names ->
                                rows(request, tenant)
                                        .map(
                                                rows ->
                                                        Line.of(
                                                                code,
                                                                names,
                                                                StatusSummary.of(
                                                                        rows,
                                                                        instant,
                                                                        MOST_REASONS))));
    }

    private Mono<List<ContractRow>> rows(Request request, TenantId tenant) {
        return request.readAt(reader.name().toString(), tenant, request.asOf())
                .flatMap(at -> AllRows.of(reader, List.of(SummaryEndpoint.all(tenant.value(), at))))
                .map(rows -> rows.stream().map(ViewRow::row).toList());
    }
}
