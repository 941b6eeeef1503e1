package jp.tenken.query.checklist.sheet;

import java.time.LocalDate;
import jp.tenken.edge.Request;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import reactor.core.publisher.Mono;

/**
 * Finds checklists in the revision that is asked for.
 *
 * @param reader of the view
 */
record Sheets(ViewReader<ChecklistRow> reader) {

    /**
     * The checklist of the request's contract as it stood at a sequence. Refuses one that is not
     * there or not within the caller's scope.
     */
    Mono<ChecklistRow> at(Request request, long sequence) {
        return find(request, sequence)
                .switchIfEmpty(
                        Mono.error(() -> Rejection.notFound(RejectionCodes.CONTRACT_NOT_FOUND)))
                .doOnNext(row -> row.parties().require(request.scope()));
    }

    /**
     * The checklist in a revision, on what else the row knows.
     *
     * @param row the checklist as it stands
     * @param day as in {@link Revision#place}
     */
    Mono<ChecklistRow> in(Request request, ChecklistRow row, Revision revision, LocalDate day) {
        long place = revision.place(row, day);
        return place == ConfirmedRevision.STANDING
                ? Mono.just(row)
                : find(request, place)
                        .switchIfEmpty(
                                Mono.error(
                                        () ->
                                                Rejection.notFound(
                                                        RejectionCodes.REVISION_NOT_FOUND)))
                        .map(row::showing);
    }

    private Mono<ChecklistRow> find(Request request, long sequence) {
        String tenant = request.tenant().value();
        String contract = request.path("id", ContractId.class).value();
        return Mono.fromFuture(() -> reader.find(tenant, contract, sequence))
                .flatMap(found -> Mono.justOrEmpty(found.map(ViewRow::row)));
    }
}
