package jp.tenken.command.consultation.openconsultation;

import java.util.List;
import jp.tenken.command.consultation.ConsultationIds;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Body;
import jp.tenken.edge.CommandDispatcher;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.TextSealer;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.PolicyEditionId;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.TextRule;
import jp.tenken.kernel.consultation.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

final class OpenConsultationEndpoint {

    private final CommandDispatcher commands;
    private final TextSealer texts;
    private final ConsultationIds ids;

    OpenConsultationEndpoint(CommandDispatcher commands, TextSealer texts, ConsultationIds ids) {
        this.commands = commands;
        this.texts = texts;
        this.ids = ids;
    }

    Endpoint endpoint() {
        return Endpoint.of(
                HttpMethod.POST,
                "/v1/municipalities/{code}/contracts/{id}/consultations",
                Action.OPEN_CONSULTATION,
                this::handle);
    }

    private Mono<Answer> handle(Request request) {
        return request.body(RequestedConsultation.class).flatMap(body -> open(request, body));
    }

    private Mono<Answer> open(Request request, Body<RequestedConsultation> body) {
        RequestedConsultation wanted = body.value();
        String subject = TextRule.TITLE.required("subject", wanted.subject());
        String proposal = TextRule.NOTE.required("proposal", wanted.proposal());
        return texts.seal(request.tenant(), subject)
                .zipWith(texts.seal(request.tenant(), proposal))
                .flatMap(
                        given ->
                                commands.dispatch(
                                        command(request, body, given.getT1(), given.getT2()),
                                        body.context()))
                .map(
                        receipt ->
                                Answer.created(
                                        receipt,
                                        "/v1/municipalities/%s/consultations/%s"
                                                .formatted(request.municipality(), receipt.id())));
    }

    private OpenConsultation command(
            Request request,
            Body<RequestedConsultation> body,
            SealedText subject,
            SealedText proposal) {
        RequestedConsultation wanted = body.value();
        List<ItemCode> itemCodes = wanted.itemCodes();
        return new OpenConsultation(
                ids.forRequest(body.context()),
                request.path("id", ContractId.class),
                wanted.topic(),
                subject,
                proposal,
                itemCodes == null ? List.of() : itemCodes,
                wanted.incidentId(),
                wanted.policyEditionId(),
                request.scope());
    }

    /** The body. */
    record RequestedConsultation(
            Topic topic,
            String subject,
            String proposal,
            @Nullable List<ItemCode> itemCodes,
            @Nullable IncidentId incidentId,
            @Nullable PolicyEditionId policyEditionId) {}
}
