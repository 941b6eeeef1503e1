package jp.tenken.query.contract.status;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.contract.Period;
import jp.tenken.projections.ViewReader;
import jp.tenken.query.contract.ContractSources;
import jp.tenken.query.reading.Known;
import jp.tenken.query.reading.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Lists the contracts of one contractor that the caller may see, by number, then by id. */
public final class ContractorContractsEndpoint {

    private final ViewReader<ContractRow> reader;
    private final InstantSource clock;
    private final Known<?> contractors;

    /**
     * Over this view.
     *
     * @param clock for which instant statuses are asked that are not asked {@code asOf} another
     * @param contractors which contractors there are
     */
    public ContractorContractsEndpoint(
            ViewReader<ContractRow> reader, InstantSource clock, Known<?> contractors) {
        this.reader = reader;
        this.clock = clock;
        this.contractors = contractors;
    }

    /** What is known of the erasure of a contract's data. */
    public enum Erasure {
        /** Nobody reported any. */
        NOT_REPORTED,
        /** There is a report; that is not to say that it holds true. */
        REPORTED;

        static Erasure of(ContractProfile profile) {
            return profile.erasureReports().isEmpty() ? NOT_REPORTED : REPORTED;
        }
    }

    /**
     * A contract of the contractor.
     *
     * @param id the contract
     * @param contractNumber the municipality's own number of it
     * @param title what the work is
     * @param departmentCode the department in charge
     * @param period for which
     * @param status how it stands
     * @param reasons why, worst first
     * @param openIncidents incidents that are not closed
     * @param personsEstimate about how many persons' data it handles; null = nobody said
     * @param erasure what is known of the erasure of its data
     */
    public record Line(
            ContractId id,
            String contractNumber,
            String title,
            DepartmentCode departmentCode,
            Period period,
            ContractStatus status,
            List<StatusReason> reasons,
            int openIncidents,
            @Nullable Integer personsEstimate,
            Erasure erasure) {

        static Line of(ContractRow row, Instant instant) {
            ContractAnswer contract = ContractAnswer.of(row, instant);
            return new Line(
                    contract.id(),
                    contract.contractNumber(),
                    contract.title(),
                    contract.departmentCode(),
                    contract.period(),
                    contract.status(),
                    contract.reasons(),
                    contract.openIncidents(),
                    row.profile().facts().personsEstimate(),
                    Erasure.of(row.profile()));
        }
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contractors/{contractorId}/contracts",
                                Action.READ_CONTRACTS,
                                this::list)
                        .paged()
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        ContractorId id = request.path("contractorId", ContractorId.class);
        Scope scope = request.scope();
        if (!scope.isMunicipal()) {
            scope.require(List.of(), id);
        }
        Instant instant = ContractEndpoint.instant(request, clock);
        return contractors
                .find(request, request.tenant(), id.value(), request.asOf())
                .switchIfEmpty(
                        Mono.error(() -> Rejection.notFound(RejectionCodes.CONTRACTOR_NOT_FOUND)))
                .flatMap(known -> request.readAt(reader.name().toString()))
                .flatMap(
                        at ->
                                Pages.answer(
                                        request,
                                        reader,
                                        new ContractSources(null, id)
                                                .of(
                                                        scope,
                                                        SummaryEndpoint.all(
                                                                request.tenant().value(), at)),
                                        null,
                                        row -> Line.of(row, instant)));
    }
}
