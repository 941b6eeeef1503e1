package jp.tenken.query.checklist.sheet;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.calendar.JapaneseCalendar;
import jp.tenken.projections.ViewReader;
import jp.tenken.query.reading.Disclosure;
import jp.tenken.query.reading.Parameters;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads the checklist of a contract, in any revision. */
public final class ChecklistEndpoint {

    private final Sheets sheets;
    private final InstantSource clock;
    private final Disclosure disclosure;

    /**
     * Over this view, with the names of those who decided.
     *
     * @param clock says which day it is where nobody asks for another
     */
    public ChecklistEndpoint(
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
                                "/v1/municipalities/{code}/contracts/{id}/checklist",
                                Action.READ_CONTRACTS,
                                this::get)
                        .parameters("revision", "inForceOn")
                        .asOf());
    }

    private Mono<Answer> get(Request request) {
        Revision revision = Revision.of("revision", request.parameter("revision"));
        LocalDate today = today(request);
        LocalDate asked = Parameters.date(request, "inForceOn");
        LocalDate inForceOn = asked == null ? today : asked;
        return request.readAt(sheets.reader().name().toString())
                .flatMap(at -> sheets.at(request, at))
                .flatMap(row -> sheets.in(request, row, revision, inForceOn))
                .flatMap(row -> answer(request, row, inForceOn, today));
    }

    private LocalDate today(Request request) {
        Instant asOf = request.asOf();
        return JapaneseCalendar.dayOf(asOf == null ? clock.instant() : asOf);
    }

    private Mono<Answer> answer(
            Request request, ChecklistRow row, LocalDate inForceOn, LocalDate today) {
        PinnedTemplate template = Objects.requireNonNull(row.template());
        return disclosure
                .of(
                        request.tenant(),
                        row.answers().decided().values().stream()
                                .map(DecidedItem::decidedBy)
                                .toList())
                .map(
                        shown ->
                                Answer.ok(
                                                ChecklistAnswer.of(
                                                        row, template, inForceOn, today, shown))
                                        .version(row.version()));
    }
}
