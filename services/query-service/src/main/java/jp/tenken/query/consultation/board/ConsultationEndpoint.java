package jp.tenken.query.consultation.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.SealedText;
import jp.tenken.kernel.consultation.Topic;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.projections.ViewRows;
import jp.tenken.query.contract.Contracts;
import jp.tenken.query.contract.Contracts.Known;
import jp.tenken.query.reading.Disclosure;
import jp.tenken.query.reading.Pages;
import jp.tenken.query.reading.Parameters;
import jp.tenken.query.reading.RecordedActor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads the consultations about contracts of the caller, the latest opened first. */
public final class ConsultationEndpoint {

    private final ViewReader<ConsultationRow> reader;
    private final Contracts contracts;
    private final Disclosure disclosure;

    /**
     * Over this view.
     *
     * @param contracts to whom contracts belong
     * @param disclosure opens what is sealed
     */
    public ConsultationEndpoint(
            ViewReader<ConsultationRow> reader, Contracts contracts, Disclosure disclosure) {
        this.reader = reader;
        this.contracts = contracts;
        this.disclosure = disclosure;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/consultations",
                                Action.READ_CONTRACTS,
                                this::list)
                        .parameters("open", "topic")
                        .paged()
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/consultations/{id}",
                                Action.READ_CONTRACTS,
                                this::get)
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        Map<String, String> equal = new HashMap<>();
        Boolean open = Parameters.flag(request, "open");
        if (open != null) {
            equal.put(ConsultationBoard.OPEN, open.toString());
        }
        Topic topic = Parameters.word(request, "topic", Topic.class);
        if (topic != null) {
            equal.put(ConsultationBoard.TOPIC, topic.value());
        }
        boolean all = request.scope().wholeMunicipality();
        Mono<Set<ContractId>> own =
                all
                        ? Mono.just(Set.of())
                        : contracts.concerned(request, Contracts.Concern.CONSULTATION, null);
        return own.flatMap(
                        ids ->
                                page(
                                        request,
                                        equal,
                                        all ? null : row -> ids.contains(row.contractId())))
                .flatMap(
                        page ->
                                shown(request, page.rows().stream().map(ViewRow::row).toList())
                                        .map(items -> request.page(items, Pages.next(page))));
    }

    private Mono<ViewRows<ConsultationRow>> page(
            Request request,
            Map<String, String> equal,
            @Nullable Predicate<ConsultationRow> filter) {
        String tenant = request.tenant().value();
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Pages.read(
                                        request,
                                        reader,
                                        List.of(
                                                new RowQuery(
                                                        tenant, equal, null, null, null, true, null,
                                                        1, at)),
                                        filter));
    }

    private Mono<Answer> get(Request request) {
        String tenant = request.tenant().value();
        ConsultationId id = ConsultationId.of(request.path("id", Object.class).toString());
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, id.value(), at)))
                .map(
                        found ->
                                found.map(ViewRow::row)
                                        .orElseThrow(
                                                () ->
                                                        Rejection.notFound(
                                                                RejectionCodes
                                                                        .CONSULTATION_NOT_FOUND)))
                .flatMap(
                        row ->
                                shown(request, List.of(row))
                                        .map(
                                                items ->
                                                        Answer.ok(items.getFirst())
                                                                .version(row.version())));
    }

    private Mono<List<ConsultationAnswer>> shown(Request request, List<ConsultationRow> rows) {
        return Mono.zip(
                        contracts.find(
                                request, rows.stream().map(ConsultationRow::contractId).toList()),
                        disclosure.of(request.tenant(), actors(rows), texts(rows)))
                .map(
                        both -> {
                            Map<ContractId, Known> known = both.getT1();
                            rows.forEach(
                                    row -> require(request.scope(), known.get(row.contractId())));
                            return rows.stream()
                                    .map(
                                            row ->
                                                    ConsultationAnswer.of(
                                                            row,
                                                            known.get(row.contractId()),
                                                            both.getT2()))
                                    .toList();
                        });
    }

    private static void require(Scope scope, @Nullable Known contract) {
        if (contract != null) {
            contract.parties().require(scope);
        } else {
            scope.requireWhole();
        }
    }

    private static List<@Nullable RecordedActor> actors(List<ConsultationRow> rows) {
        List<@Nullable RecordedActor> actors = new ArrayList<>();
        for (ConsultationRow row : rows) {
            row.proposals().forEach(each -> actors.add(each.actor()));
            row.steps().forEach(each -> actors.add(each.actor()));
        }
        return actors;
    }

    private static List<@Nullable SealedText> texts(List<ConsultationRow> rows) {
        List<@Nullable SealedText> texts = new ArrayList<>();
        for (ConsultationRow row : rows) {
            texts.add(row.subject());
            row.proposals().forEach(each -> texts.add(each.proposal()));
            row.steps().forEach(each -> texts.add(each.text()));
            ConsultationRow.Agreement agreement = row.agreement();
            texts.add(agreement == null ? null : agreement.measures());
        }
        return texts;
    }
}
