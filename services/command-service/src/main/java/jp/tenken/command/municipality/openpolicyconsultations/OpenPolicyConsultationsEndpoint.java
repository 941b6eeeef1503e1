package jp.tenken.command.municipality.openpolicyconsultations;

import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Receipt;
import jp.tenken.edge.RecordedEvents;
import jp.tenken.edge.Request;
import jp.tenken.edge.TextSealer;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.consultation.ConsultationOpened;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class OpenPolicyConsultationsEndpoint {

    private final CommandDispatcher commands;
    private final TextSealer texts;
    private final RecordedEvents events;

    OpenPolicyConsultationsEndpoint(
            CommandDispatcher commands, TextSealer texts, RecordedEvents events) {
        this.commands = commands;
        this.texts = texts;
        this.events = events;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/policy-editions/{id}/consultations",
                Action.MANAGE_TEMPLATES,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedConsultations.class)
                .flatMap(
                        body ->
                                command(request, body.value())
                                        .flatMap(each -> commands.dispatch(each, body.context())))
                .flatMap(receipt -> answer(request, receipt));
    }

    /** Nobody writes a subject for thirty contracts: it says which edition it is about. */
    private Mono<OpenPolicyConsultations> command(Request request, RequestedConsultations wanted) {
        PolicyEditionId edition = request.path("id", PolicyEditionId.class);
        List<ContractId> contractIds = wanted.named();
        String proposal = TextRule.NOTE.required("proposal", wanted.proposal());
        return texts.seal(request.tenant(), "方針等の改定（%s）".formatted(edition))
                .zipWith(texts.seal(request.tenant(), proposal))
                .map(
                        given ->
                                new OpenPolicyConsultations(
                                        edition,
                                        contractIds,
                                        given.getT1(),
                                        given.getT2(),
                                        request.scope(),
                                        request.expectedVersion()));
    }

    private Mono<Answer> answer(Request request, Receipt receipt) {
        return events.recordedBy(request.tenant(), receipt)
                .map(
                        recorded ->
                                Answer.written(
                                        receipt,
                                        new Opened(
                                                receipt.id(),
                                                receipt.sequence(),
                                                recorded.stream()
                                                        .filter(
                                                                ConsultationOpened.class
                                                                        ::isInstance)
                                                        .map(ConsultationOpened.class::cast)
                                                        .map(OpenedConsultation::of)
                                                        .toList())));
    }

    /** The body: which contracts, or all. */
    record RequestedConsultations(
            @Nullable List<ContractId> contractIds, @Nullable Boolean all, String proposal) {

        /** The contracts; null = all. */
        @Nullable List<ContractId> named() {
            if ((contractIds == null) != Boolean.TRUE.equals(all)) {
                throw Rejection.invalidField("contractIds", RejectionCodes.CONTRACTS_REQUIRED);
            }
            return contractIds;
        }
    }

    /** What is answered. */
    record Opened(String id, long sequence, List<OpenedConsultation> opened) {}

    /** One of them. */
    record OpenedConsultation(ContractId contractId, ConsultationId consultationId) {

        static OpenedConsultation of(ConsultationOpened event) {
            return new OpenedConsultation(event.contractId(), event.consultationId());
        }
    }
}
