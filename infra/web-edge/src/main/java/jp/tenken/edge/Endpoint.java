package jp.tenken.edge;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import jp.tenken.edge.http.RequestParameters;
import jp.tenken.edge.security.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One operation of the HTTP contract. There is no way to make one without saying who may call it: a
 * line of the permission table, or explicitly everybody.
 *
 * <p>What an endpoint does not declare it does not get: a query parameter that is not named here is
 * refused before the handler runs. Immutable.
 *
 * <pre>{@code
 * Endpoint.of(HttpMethod.GET, "/v1/municipalities/{code}/contracts", Action.READ_CONTRACTS, this::list)
 *         .parameters("departmentCode", "status")
 *         .paged()
 *         .asOf();
 * }</pre>
 */
public final class Endpoint {

    /** How a template begins whose operation belongs to one municipality. */
    static final String MUNICIPALITY = "/v1/municipalities/{code}";

    private static final Pattern TEMPLATE =
            Pattern.compile("/|(/([A-Za-z0-9._-]+|\\{[A-Za-z][A-Za-z0-9]*}(\\.[a-z]+)?))+");

    private final HttpMethod method;
    private final String template;
    private final PathPattern pattern;
    private final Map<String, Function<String, Object>> variables;
    private final @Nullable Action action;
    private final Handler handler;
    private final Set<String> parameters;
    private final List<MediaType> types;
    private final Duration patience;

    private Endpoint(
            HttpMethod method,
            String template,
            @Nullable Action action,
            Handler handler,
            Set<String> parameters,
            List<MediaType> types,
            Duration patience) {
        if (!TEMPLATE.matcher(template).matches()) {
            throw new IllegalArgumentException("no path template: " + template);
        }
        this.method = method;
        this.template = template;
        this.pattern = PathPatternParser.defaultInstance.parse(template);
        this.variables = PathVariables.of(template);
        this.action = action;
        this.handler = handler;
        this.parameters = Set.copyOf(parameters);
        this.types = List.copyOf(types);
        this.patience = patience;
    }

    /**
     * An operation for callers whom a line of the permission table lets through.
     *
     * @param method of HTTP
     * @param template path with variables, as the HTTP contract writes it
     * @param action the line of the permission table
     * @param handler gets the request once path, caller, permission, parameters and headers are in
     *     order
     */
    public static Endpoint of(HttpMethod method, String template, Action action, Handler handler) {
        return made(method, template, action, handler);
    }

    /** An operation for everybody, without a token: documents and health. */
    public static Endpoint open(HttpMethod method, String template, Handler handler) {
        return made(method, template, null, handler);
    }

    private static Endpoint made(
            HttpMethod method, String template, @Nullable Action action, Handler handler) {
        return new Endpoint(
                method,
                template,
                action,
                handler,
                Set.of(),
                List.of(MediaType.APPLICATION_JSON),
                Duration.ZERO);
    }

    /** The same with further query parameters that may be sent, each at most once. */
    public Endpoint parameters(String... names) {
        Set<String> more = new TreeSet<>(parameters);
        more.addAll(Arrays.asList(names));
        return new Endpoint(method, template, action, handler, more, types, patience);
    }

    /** The same as a list with {@code limit} and {@code cursor}. */
    public Endpoint paged() {
        return parameters(RequestParameters.LIMIT, RequestParameters.CURSOR);
    }

    /** The same, readable as of a point in time with {@code asOf}. */
    public Endpoint asOf() {
        return parameters(RequestParameters.AS_OF);
    }

    /**
     * The same answering with one of these media types; {@link Request#accepted()} says which one
     * the client likes best. Without this an endpoint answers {@code application/json}.
     */
    public Endpoint produces(MediaType... all) {
        return new Endpoint(method, template, action, handler, parameters, List.of(all), patience);
    }

    /**
     * The same for an endpoint that waits for news by itself: it has this much longer to answer
     * than others before it is given up.
     */
    public Endpoint waiting(Duration longest) {
        return new Endpoint(method, template, action, handler, parameters, types, longest);
    }

    /**
     * The same with something done around its handler.
     *
     * @param around makes the handler of the one that was there
     */
    public Endpoint around(UnaryOperator<Handler> around) {
        return new Endpoint(
                method, template, action, around.apply(handler), parameters, types, patience);
    }

    /** The method. */
    public HttpMethod method() {
        return method;
    }

    /** The path template. */
    public String template() {
        return template;
    }

    /**
     * Method and template: what identifies the endpoint, and what the OpenAPI document must list.
     */
    public String route() {
        return method.name() + " " + template;
    }

    /** The line of the permission table; null for an open endpoint. */
    public @Nullable Action action() {
        return action;
    }

    /** The query parameters that may be sent. */
    public Set<String> parameters() {
        return parameters;
    }

    /** The media types that it answers with. */
    public List<MediaType> types() {
        return types;
    }

    /** Whether it belongs to one municipality. */
    public boolean municipal() {
        return template.equals(MUNICIPALITY) || template.startsWith(MUNICIPALITY + "/");
    }

    /** How much longer than others it may take to answer. */
    Duration patience() {
        return patience;
    }

    PathPattern pattern() {
        return pattern;
    }

    Map<String, Function<String, Object>> variables() {
        return variables;
    }

    Handler handler() {
        return handler;
    }

    @Override
    public String toString() {
        return route();
    }
}
