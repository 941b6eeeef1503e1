package jp.tenken.query.checklist.sheet;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.calendar.JapaneseCalendar;
import jp.tenken.projections.ViewReader;
import jp.tenken.query.reading.Disclosure;
import jp.tenken.query.reading.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads what differs between two revisions of a checklist, or between two instants. */
public final class DiffEndpoint {

    private final Sheets sheets;
    private final InstantSource clock;
    private final Disclosure disclosure;

    /** Over this view, with the names of those who decided. */
    public DiffEndpoint(
            ViewReader<ChecklistRow> reader, InstantSource clock, Disclosure disclosure) {
        this.sheets = new Sheets(reader);
        this.clock = clock;
        this.disclosure = disclosure;
    }

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/contracts/{id}/checklist/diff",
                                Action.READ_HISTORY,
                                this::diff)
                        .parameters("from", "to")
                        .asOf());
    }

    /**
     * One side of the comparison: exactly one of the components is there.
     *
     * @param revision a revision, as it stands
     * @param instant the latest revision, as it stood then
     */
    private record Side(@Nullable Revision revision, @Nullable Instant instant) {

        static Side of(Request request, String name) {
            String text = request.parameter(name);
            Revision revision = text == null ? Revision.LATEST : Revision.find(text);
            return revision != null
                    ? new Side(revision, null)
                    : new Side(null, Parameters.to(request, name));
        }
    }

    private Mono<Answer> diff(Request request) {
        if (request.parameter("from") == null) {
            throw Parameters.invalid("from");
        }
        Side from = Side.of(request, "from");
        Side to = Side.of(request, "to");
        String view = sheets.reader().name().toString();
        return request.readAt(view)
                .flatMap(
                        at ->
                                sheets.at(request, at)
                                        .flatMap(
                                                row ->
                                                        Mono.zip(
                                                                side(request, row, from, at),
                                                                side(request, row, to, at))))
                .map(both -> Difference.between(both.getT1(), both.getT2()))
                .flatMap(
                        differences ->
                                disclosure
                                        .of(
                                                request.tenant(),
                                                differences.stream()
                                                        .map(Difference::actor)
                                                        .toList())
                                        .map(shown -> DiffAnswer.of(differences, shown)))
                .map(Answer::ok);
    }

    private Mono<ChecklistRow> side(Request request, ChecklistRow row, Side side, long latest) {
        if (side.revision() != null) {
            Instant asOf = request.asOf();
            LocalDate today = JapaneseCalendar.dayOf(asOf == null ? clock.instant() : asOf);
            return sheets.in(request, row, side.revision(), today);
        }
        return request.readAt(sheets.reader().name().toString(), request.tenant(), side.instant())
                .flatMap(sequence -> sheets.at(request, Math.min(sequence, latest)));
    }
}
