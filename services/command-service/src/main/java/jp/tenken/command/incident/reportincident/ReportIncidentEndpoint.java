package jp.tenken.command.incident.reportincident;

import java.time.Instant;
import java.util.List;
import jp.tenken.command.incident.FactsEndpoints;
import jp.tenken.command.incident.IncidentIds;
import jp.tenken.command.incident.KnownFacts;
import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandContext;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.incident.IncidentContract;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Both ways to report: with the contracts in the body, and at one contract. */
final class ReportIncidentEndpoint {

    private final FactsEndpoints endpoints;
    private final IncidentIds ids;

    ReportIncidentEndpoint(FactsEndpoints endpoints, IncidentIds ids) {
        this.endpoints = endpoints;
        this.ids = ids;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/incidents",
                Action.REPORT_INCIDENT,
                this::ofContracts);
    }

    Endpoint atContract() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/incidents",
                Action.REPORT_INCIDENT,
                this::ofOneContract);
    }

    private Mono<Answer> ofContracts(Request request) {
        return request.body(RequestedReport.class)
                .flatMap(
                        body ->
                                report(
                                        request,
                                        body.context(),
                                        body.value().contracts(),
                                        body.value().facts()));
    }

    /** What the path names is absent, not invalid. */
    private Mono<Answer> ofOneContract(Request request) {
        return request.body(RequestedShortReport.class)
                .flatMap(
                        body ->
                                report(
                                        request,
                                        body.context(),
                                        List.of(body.value().of(request)),
                                        body.value().facts()))
                .onErrorMap(
                        Rejection.class,
                        no ->
                                no.code().equals(RejectionCodes.CONTRACT_UNKNOWN)
                                        ? Rejection.notFound(RejectionCodes.CONTRACT_NOT_FOUND)
                                        : no);
    }

    private Mono<Answer> report(
            Request request,
            CommandContext context,
            List<IncidentContract> contracts,
            KnownFacts known) {
        return endpoints
                .send(
                        request,
                        context,
                        known,
                        (facts, now) ->
                                new ReportIncident(
                                        ids.forRequest(context),
                                        contracts,
                                        facts,
                                        now,
                                        request.scope()))
                .map(receipt -> answer(request, receipt, contracts, known));
    }

    /** Who reports sees at once by when something is due. */
    private static Answer answer(
            Request request, Receipt receipt, List<IncidentContract> contracts, KnownFacts known) {
        return Answer.created(
                receipt,
                "/v1/municipalities/%s/incidents/%s"
                        .formatted(request.municipality(), receipt.id()),
                Reported.of(receipt, contracts, known));
    }

    /** The body with the contracts. */
    record RequestedReport(
            List<IncidentContract> contracts,
            Instant learnedAt,
            @Nullable DepartmentCode learnedByDepartmentCode,
            @Nullable Instant contractorLearnedAt,
            @Nullable Instant occurredAt,
            String summary,
            @Nullable List<String> dataItems,
            @Nullable Boolean encrypted,
            @Nullable Boolean specificPersonalInformation) {

        KnownFacts facts() {
            return new KnownFacts(
                    learnedAt,
                    learnedByDepartmentCode,
                    contractorLearnedAt,
                    occurredAt,
                    summary,
                    dataItems,
                    encrypted,
                    specificPersonalInformation);
        }
    }

    /** The body at one contract. */
    record RequestedShortReport(
            @Nullable Integer personsEstimate,
            Instant learnedAt,
            @Nullable DepartmentCode learnedByDepartmentCode,
            @Nullable Instant contractorLearnedAt,
            @Nullable Instant occurredAt,
            String summary,
            @Nullable List<String> dataItems,
            @Nullable Boolean encrypted,
            @Nullable Boolean specificPersonalInformation) {

        IncidentContract of(Request request) {
            return new IncidentContract(request.path("id", ContractId.class), personsEstimate);
        }

        KnownFacts facts() {
            return new KnownFacts(
                    learnedAt,
                    learnedByDepartmentCode,
                    contractorLearnedAt,
                    occurredAt,
                    summary,
                    dataItems,
                    encrypted,
                    specificPersonalInformation);
        }
    }
}
