package jp.tenken.edge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenken.edge.body.StrictJson;
import jp.tenken.edge.http.RequestHeaders;
import jp.tenken.edge.http.RequestIdFilter;
import jp.tenken.edge.http.RequestParameters;
import jp.tenken.edge.security.Caller;
import jp.tenken.edge.security.Permission;
import jp.tenken.edge.watch.RequestTrail;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.Scope;
import jp.tenken.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A request whose path, caller, permission, parameters and headers are in order. Immutable; the
 * body can be read once.
 */
public final class Request {

    /** The sequence of {@link #readAt} that means the latest rows. */
    public static final long LATEST = Long.MAX_VALUE;

    private final EdgeParts parts;
    private final Endpoint endpoint;
    private final ServerWebExchange exchange;
    private final Map<String, Object> path;
    private final @Nullable Caller caller;
    private final @Nullable Permission permission;
    private final RequestParameters parameters;
    private final MediaType accepted;
    private final @Nullable String idempotencyKey;
    private final @Nullable Long expectedVersion;
    private final long sequenceAtLeast;

    /** Reads the headers; refuses those that are not in order. */
    Request(
            EdgeParts parts,
            Endpoint endpoint,
            ServerWebExchange exchange,
            Map<String, Object> path,
            @Nullable Caller caller,
            @Nullable Permission permission) {
        this.parts = parts;
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.path = path;
        this.caller = caller;
        this.permission = permission;
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        this.parameters = RequestParameters.of(request, endpoint.parameters());
        this.accepted = Accepted.of(headers, endpoint.types());
        this.idempotencyKey = RequestHeaders.idempotencyKey(headers);
        this.expectedVersion = RequestHeaders.ifMatch(headers);
        this.sequenceAtLeast = RequestHeaders.sequenceAtLeast(headers);
    }

    /** Who calls. Only for endpoints with an action. */
    public Caller caller() {
        return required(caller);
    }

    /** How much of the municipality the endpoint's action covers for this caller. */
    public Scope scope() {
        return required(permission).scope();
    }

    /** The municipality of the path. */
    public MunicipalityCode municipality() {
        return path("code", MunicipalityCode.class);
    }

    /** The tenant of the path's municipality. */
    public TenantId tenant() {
        return TenantId.derivedFrom(municipality());
    }

    /**
     * A variable of the path.
     *
     * @param name as the template writes it
     * @param type {@link jp.tenken.kernel.ContractId}, {@link DepartmentCode}, {@link
     *     jp.tenken.kernel.ItemCode}, …; {@code Long} for a number, {@code String} for a token
     *     without a type of its own
     */
    public <T> T path(String name, Class<T> type) {
        return type.cast(required(path.get(name)));
    }

    /** A query parameter that the endpoint declares; null when it was not sent or is empty. */
    public @Nullable String parameter(String name) {
        if (!endpoint.parameters().contains(name)) {
            throw new IllegalStateException(endpoint + " does not declare " + name);
        }
        return parameters.get(name);
    }

    /** The media type to answer with, of those that the endpoint produces. */
    public MediaType accepted() {
        return accepted;
    }

    /** The version of {@code If-Match}; null when any will do. */
    public @Nullable Long expectedVersion() {
        return expectedVersion;
    }

    /** Rows of the page, 1 to 500. Refuses with {@code limit-invalid}. */
    public int limit() {
        return parameters.limit();
    }

    /**
     * Where the page before ended, in the words of {@link #page}; null for the first page. Refuses
     * with {@code cursor-invalid} a cursor of another municipality, list or filter.
     */
    public @Nullable String place() {
        String cursor = parameters.get(RequestParameters.CURSOR);
        return cursor == null
                ? null
                : parts.cursors().open(RequestParameters.CURSOR, list(), cursor);
    }

    /**
     * A page of the list.
     *
     * @param items in order
     * @param place what {@link #place} has to say for the next page; null when this is the last one
     */
    public Answer page(List<?> items, @Nullable String place) {
        return Answer.ok(
                new Page(items, place == null ? null : parts.cursors().seal(list(), place)));
    }

    /**
     * A place in a stream of the municipality, sealed. Unlike a page's cursor it outlives the
     * request's filters: whoever follows a stream may look for something else from there on.
     *
     * @param stream which stream, and of which log; a cursor of another one is refused
     * @param place in the words of the stream
     */
    public String cursor(String stream, String place) {
        return parts.cursors().seal(stream(stream), place);
    }

    /**
     * The place that a parameter's cursor names; null when none was sent. Refuses with {@code
     * cursor-invalid} what {@link #cursor} has not sealed for this municipality and stream.
     */
    public @Nullable String place(String stream, String parameter) {
        String cursor = parameter(parameter);
        return cursor == null ? null : parts.cursors().open(parameter, stream(stream), cursor);
    }

    /** The instant of {@code asOf}, inclusive; null = now. Refuses with {@code as-of-invalid}. */
    public @Nullable Instant asOf() {
        return parameters.asOf();
    }

    /**
     * The tenant sequence at which to read a view: {@link #LATEST}, or that of {@code asOf}. Comes
     * once the view has read as far as the request needs; refuses with {@code view-behind} when
     * that takes more than 5 seconds.
     *
     * @param view name with version, {@code contract_status_v1}
     */
    public Mono<Long> readAt(String view) {
        return ReadPoints.of(parts).at(view, tenant(), asOf(), sequenceAtLeast);
    }

    /**
     * As {@link #readAt(String)}, for operations that read several instants or municipalities; what
     * {@code Tenken-Sequence-At-Least} says belongs to neither.
     *
     * @param tenant whose rows
     * @param instant inclusive; null = now
     */
    public Mono<Long> readAt(String view, TenantId tenant, @Nullable Instant instant) {
        return ReadPoints.of(parts).at(view, tenant, instant, 0);
    }

    /** A JSON body as the given request record. */
    public <T> Mono<Body<T>> body(Class<T> type) {
        return parts.bodies()
                .json(exchange.getRequest(), type)
                .map(read -> new Body<>(read.value(), context(read.canonical())));
    }

    /** A JSON body as the given request record, for operations that send no command. */
    public <T> Mono<T> record(Class<T> type) {
        return parts.bodies().json(exchange.getRequest(), type).map(read -> read.value());
    }

    /**
     * A document of one of these types as text. Refuses what is not UTF-8 with {@code
     * body-encoding}.
     */
    public Mono<Body<String>> text(MediaType... types) {
        return bytes(types).map(body -> new Body<>(StrictJson.text(body.value()), body.context()));
    }

    /** A document of one of these types as it is, 1 byte to 2 MiB. */
    public Mono<Body<byte[]>> bytes(MediaType... types) {
        return parts.bodies()
                .document(exchange.getRequest(), Set.of(types))
                .map(bytes -> new Body<>(bytes, context(bytes)));
    }

    /** For operations without a body. Refuses one with {@code body-not-expected}. */
    public Mono<CommandContext> noBody() {
        return parts.bodies().nothing(exchange.getRequest()).map(this::context);
    }

    /** The id of this request: the client's own if it sent a sane one. */
    public String correlationId() {
        return RequestIdFilter.of(exchange);
    }

    /** What lies below, for endpoints that are about the connection itself. */
    public ServerHttpRequest http() {
        return exchange.getRequest();
    }

    private CommandContext context(byte[] body) {
        ServerHttpRequest request = exchange.getRequest();
        StringBuilder query = new StringBuilder();
        parameters
                .values()
                .forEach(
                        (name, value) -> query.append(name).append('=').append(value).append('\n'));
        return new CommandContext(
                tenant(),
                actor(),
                endpoint.route(),
                idempotencyKey,
                parts.digests()
                        .of(
                                endpoint.method().name(),
                                request.getPath().value(),
                                query.toString(),
                                body),
                correlationId(),
                RequestTrail.of(exchange).traceparent(),
                null);
    }

    private Actor actor() {
        Set<DepartmentCode> departments = caller().departmentsIn(municipality());
        return new Actor(
                caller().subject(),
                required(permission).role(),
                departments.size() == 1 ? departments.iterator().next() : null,
                caller().name());
    }

    private String stream(String stream) {
        return tenant().value() + '\n' + stream;
    }

    private String list() {
        String tenant = endpoint.municipal() ? tenant().value() : "";
        return tenant
                + '\n'
                + endpoint.route()
                + '\n'
                + exchange.getRequest().getPath().value()
                + '\n'
                + parameters.filters();
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException(endpoint + " has no such thing");
        }
        return value;
    }

    /** Completes when the process is about to end: who waits for news should answer now. */
    public Mono<Void> closing() {
        return parts.closing().begun();
    }
}
