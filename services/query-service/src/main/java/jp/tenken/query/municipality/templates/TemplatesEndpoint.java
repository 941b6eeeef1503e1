package jp.tenken.query.municipality.templates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tenken.edge.Answer;
import jp.tenken.edge.Endpoint;
import jp.tenken.edge.Request;
import jp.tenken.edge.security.Action;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.RejectionCodes;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.ChecklistTemplate;
import jp.tenken.kernel.template.TemplateSection;
import jp.tenken.projections.RowQuery;
import jp.tenken.projections.ViewReader;
import jp.tenken.projections.ViewRow;
import jp.tenken.query.reading.Pages;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/** Reads the templates that a municipality has adopted, by id, then by version. */
public final class TemplatesEndpoint {

    private final ViewReader<TemplateRow> reader;

    /** Over this view. */
    public TemplatesEndpoint(ViewReader<TemplateRow> reader) {
        this.reader = reader;
    }

    /**
     * A template in a list.
     *
     * @param templateId which template
     * @param version which version
     * @param titleJa what it is called in Japanese
     * @param titleEn what it is called in English
     * @param items how many items it has
     * @param adoptedAt when it was adopted
     */
    public record Line(
            String templateId,
            int version,
            String titleJa,
            String titleEn,
            int items,
            Instant adoptedAt) {}

    /**
     * A template with its items.
     *
     * @param templateId which template
     * @param version which version
     * @param titleJa what it is called in Japanese
     * @param titleEn what it is called in English
     * @param subtitleJa what stands below the title, in Japanese
     * @param subtitleEn the same in English
     * @param sections with their items, in the order of the form
     * @param adoptedAt when it was adopted
     */
    public record Whole(
            String templateId,
            int version,
            String titleJa,
            String titleEn,
            String subtitleJa,
            String subtitleEn,
            List<TemplateSection> sections,
            Instant adoptedAt) {}

    /** The operations. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/templates",
                                Action.READ_MUNICIPALITY,
                                this::list)
                        .paged()
                        .asOf(),
                Endpoint.of(
                                HttpMethod.GET,
                                "/v1/municipalities/{code}/templates/{templateId}/versions/{n}",
                                Action.READ_MUNICIPALITY,
                                this::get)
                        .asOf());
    }

    private Mono<Answer> list(Request request) {
        String tenant = request.tenant().value();
        return request.readAt(reader.name().toString())
                .flatMap(
                        at ->
                                Pages.answer(
                                        request,
                                        reader,
                                        List.of(
                                                new RowQuery(
                                                        tenant, Map.of(), null, null, null, false,
                                                        null, 1, at)),
                                        null,
                                        TemplatesEndpoint::line));
    }

    private Mono<Answer> get(Request request) {
        String tenant = request.tenant().value();
        String key =
                Templates.key(
                        request.path("templateId", String.class), request.path("n", Long.class));
        return request.readAt(reader.name().toString())
                .flatMap(at -> Mono.fromFuture(() -> reader.find(tenant, key, at)))
                .map(
                        (Optional<ViewRow<TemplateRow>> found) ->
                                found.map(ViewRow::row)
                                        .orElseThrow(
                                                () ->
                                                        Rejection.notFound(
                                                                RejectionCodes.TEMPLATE_NOT_FOUND)))
                .map(row -> Answer.ok(whole(row)));
    }

    private static Object line(TemplateRow row) {
        ChecklistTemplate template = template(row);
        return new Line(
                row.templateId(),
                row.version(),
                template.titleJa(),
                template.titleEn(),
                template.items().size(),
                row.adoptedAt());
    }

    private static Whole whole(TemplateRow row) {
        ChecklistTemplate template = template(row);
        return new Whole(
                row.templateId(),
                row.version(),
                template.titleJa(),
                template.titleEn(),
                template.subtitleJa(),
                template.subtitleEn(),
                template.sections(),
                row.adoptedAt());
    }

    private static ChecklistTemplate template(TemplateRow row) {
        return BuiltInTemplates.find(row.templateId(), row.version(), row.wording())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no template " + row.templateId() + " " + row.version()));
    }
}
