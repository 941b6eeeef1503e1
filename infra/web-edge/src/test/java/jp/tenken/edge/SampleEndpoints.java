package jp.tenken.edge;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.tenken.edge.security.Action;
import jp.tenken.edge.security.SigningKeyStore;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.contract.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Endpoints of the shapes that slices have, with a dispatcher that only remembers. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(EdgeConfiguration.class)
class SampleEndpoints {

    static final String CONTRACT = Endpoint.MUNICIPALITY + "/contracts/{id}";

    /** What reached the far side; a refused request must leave no trace here. */
    static final List<CommandContext> DISPATCHED = new CopyOnWriteArrayList<>();

    static final Map<String, byte[]> SECRETS = new ConcurrentHashMap<>();

    enum Answers {
        IMPLEMENT,
        NOT_NEEDED
    }

    record Contractor(
            @Size(min = 1, max = 20) String name,
            @Nullable @Pattern(regexp = "[0-9]{13}") String corporateNumber) {}

    record Body(
            Answers answer,
            @Nullable @Size(max = 10) String reason,
            @Nullable @Min(1) Integer persons,
            @Nullable Long balance,
            @Nullable Boolean urgent,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable DepartmentCode department,
            @Nullable Contractor contractor,
            @Nullable Period period,
            @Nullable @Size(max = 3) List<Contractor> others) {}

    record Row(String id, long sequence, @Nullable Instant at, String scope) {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    // Several servers run beside each other here; one that stops must not take the others' threads
    // along.
    @Bean
    ReactorResourceFactory threads() {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        return factory;
    }

    @Bean
    SigningKeyStore keys() {
        return (name, fresh) ->
                CompletableFuture.completedFuture(
                        SECRETS.computeIfAbsent(name, absent -> fresh.get()));
    }

    @Bean
    ReadConsistency consistency() {
        return (view, tenant, sequence) -> sequence > 100 ? Mono.never() : Mono.empty();
    }

    @Bean
    AsOfResolver asOfResolver() {
        return (tenant, instant) -> Mono.just(instant.getEpochSecond() % 100);
    }

    /** On which thread a request came in, and on which its answer was written. */
    record Threads(Thread in, Thread out) {}

    static final List<Threads> THREADS = new CopyOnWriteArrayList<>();

    @Bean
    WebFilter threadsOfAnswers() {
        return (exchange, chain) -> {
            Thread in = Thread.currentThread();
            exchange.getResponse()
                    .beforeCommit(
                            () ->
                                    Mono.fromRunnable(
                                            () ->
                                                    THREADS.add(
                                                            new Threads(
                                                                    in, Thread.currentThread()))));
            return chain.filter(exchange);
        };
    }

    private static Mono<Receipt> dispatch(CommandContext context, String id) {
        // Receipts come from another thread, as those of the log do.
        return Mono.fromSupplier(
                        () -> {
                            DISPATCHED.add(context);
                            return new Receipt(id, 3, 42, true, false);
                        })
                .subscribeOn(Schedulers.parallel());
    }

    @Bean
    Endpoint onboard() {
        return Endpoint.of(
                HttpMethod.PUT,
                Endpoint.MUNICIPALITY,
                Action.ONBOARD_MUNICIPALITY,
                request ->
                        request.noBody()
                                .flatMap(context -> dispatch(context, "m"))
                                .map(Answer::written));
    }

    @Bean
    Endpoint municipalities() {
        return Endpoint.of(
                HttpMethod.GET,
                "/v1/municipalities",
                Action.LIST_MUNICIPALITIES,
                request -> Mono.just(request.page(List.of(), null)));
    }

    @Bean
    Endpoint list() {
        return Endpoint.of(
                        HttpMethod.GET,
                        Endpoint.MUNICIPALITY + "/contracts",
                        Action.READ_CONTRACTS,
                        request -> {
                            String place = request.place();
                            int start = place == null ? 0 : Integer.parseInt(place);
                            int end = start + request.limit();
                            return request.readAt("contracts_v1")
                                    .map(
                                            sequence ->
                                                    request.page(
                                                            List.of(
                                                                    new Row(
                                                                            "c" + start,
                                                                            sequence,
                                                                            request.asOf(),
                                                                            request.scope()
                                                                                    .toString())),
                                                            end >= 1000
                                                                    ? null
                                                                    : Integer.toString(end)));
                        })
                .parameters("status", "departmentCode")
                .paged()
                .asOf();
    }

    @Bean
    Endpoint contract() {
        return Endpoint.of(
                HttpMethod.GET,
                CONTRACT,
                Action.READ_CONTRACTS,
                request -> {
                    ContractId id = request.path("id", ContractId.class);
                    if (id.value().equals("absent")) {
                        throw Rejection.notFound("contract-not-found");
                    }
                    if (id.value().equals("absent-elsewhere")) {
                        // As when the store of views has answered that there is no such row.
                        return Mono.<Answer>error(() -> Rejection.notFound("contract-not-found"))
                                .subscribeOn(Schedulers.parallel());
                    }
                    if (id.value().equals("broken")) {
                        throw new IllegalStateException("the password is hunter2");
                    }
                    if (id.value().equals("slow")) {
                        return Mono.never();
                    }
                    return request.readAt("contracts_v1")
                            .map(
                                    sequence ->
                                            Answer.ok(new Row(id.value(), sequence, null, ""))
                                                    .version(7));
                });
    }

    @Bean
    Endpoint decide() {
        return Endpoint.of(
                HttpMethod.PUT,
                CONTRACT + "/checklist/items/{itemCode}/decision",
                Action.DECIDE,
                request ->
                        request.body(Body.class)
                                .flatMap(
                                        body -> {
                                            Long expected = request.expectedVersion();
                                            if (expected != null && expected != 3) {
                                                return Mono.error(Rejection.stale(expected, 3));
                                            }
                                            return dispatch(
                                                    body.context(),
                                                    request.path("itemCode", ItemCode.class)
                                                            .value());
                                        })
                                .map(Answer::written));
    }

    record Remark(@Nullable @Size(max = 10) String comment) {}

    @Bean
    Endpoint submit() {
        return Endpoint.of(
                HttpMethod.POST,
                CONTRACT + "/checklist/submission",
                Action.DECIDE,
                request ->
                        request.body(Remark.class)
                                .flatMap(body -> dispatch(body.context(), "submitted"))
                                .map(Answer::written));
    }

    @Bean
    Endpoint importForm() {
        return Endpoint.of(
                        HttpMethod.POST,
                        Endpoint.MUNICIPALITY + "/contracts/import",
                        Action.REGISTER_CONTRACT,
                        request ->
                                request.text(MediaType.TEXT_MARKDOWN)
                                        .flatMap(
                                                body ->
                                                        dispatch(
                                                                body.context(),
                                                                Integer.toString(
                                                                        body.value().length())))
                                        .map(
                                                receipt ->
                                                        Answer.created(
                                                                receipt,
                                                                "/v1/municipalities/"
                                                                        + request.municipality()
                                                                        + "/contracts/"
                                                                        + receipt.id())))
                .parameters("title");
    }

    @Bean
    Endpoint history() {
        return Endpoint.of(
                        HttpMethod.GET,
                        Endpoint.MUNICIPALITY + "/history",
                        Action.READ_HISTORY,
                        request ->
                                Mono.just(
                                        request.accepted().getSubtype().equals("csv")
                                                ? Answer.document(
                                                        request.accepted(),
                                                        "a,b\n".getBytes(StandardCharsets.UTF_8))
                                                : Answer.ok(List.of())))
                .produces(MediaType.APPLICATION_JSON, MediaType.parseMediaType("text/csv"));
    }
}
