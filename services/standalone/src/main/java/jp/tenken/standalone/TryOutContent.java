package jp.tenken.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a first start brings: four wards with departments, and in Shinjuku a contract whose
 * checklist is the filled form of the ward itself. It goes in over HTTP, through the same endpoints
 * as anybody's, each step under an idempotency key of its own, so that a start which was broken off
 * goes on where it was.
 */
final class TryOutContent {

    private static final String SAMPLE = "/samples/checklist-shinjuku.md";
    private static final MediaType MARKDOWN =
            MediaType.parseMediaType("text/markdown;charset=UTF-8");

    private record Names(String ja, String en) {}

    private static final Map<String, Names> WARDS =
            Map.of(
                    "131041", new Names("新宿区", "Shinjuku City"),
                    "131130", new Names("渋谷区", "Shibuya City"),
                    "131016", new Names("千代田区", "Chiyoda City"),
                    "131121", new Names("世田谷区", "Setagaya City"));

    private static final Map<String, Names> DEPARTMENTS =
            Map.of(
                    "0101", new Names("区政情報課", "Ward Information"),
                    "0102", new Names("情報システム課", "Information Systems"),
                    "0103", new Names("戸籍住民課", "Family Register and Residents"),
                    "0104", new Names("保険年金課", "Insurance and Pensions"),
                    "0105", new Names("子育て支援課", "Child Care Support"));

    private record Token(String accessToken) {}

    private final WebClient http;

    /** Against the running service. */
    TryOutContent(String baseUrl) {
        this.http = WebClient.create(baseUrl);
    }

    /** Brings everything in, telling each step. */
    Mono<Void> bring(Consumer<String> tell) {
        List<String> codes = WARDS.keySet().stream().sorted().toList();
        Mono<Void> wards =
                token("operator", "運用担当", List.of("operator"), codes, List.of())
                        .flatMap(token -> each(codes, code -> ward(token, code, tell)));
        Mono<Void> departments =
                token("administrator", "管理者", List.of("administrator"), codes, List.of())
                        .flatMap(token -> each(codes, code -> departments(token, code, tell)));
        Mono<Void> contract =
                token(
                                "tanaka",
                                "田中",
                                List.of("department-staff"),
                                List.of("131041"),
                                List.of("131041/0101"))
                        .flatMap(token -> importedContract(token, tell));
        return wards.then(departments).then(contract);
    }

    private Mono<Void> ward(String token, String code, Consumer<String> tell) {
        Names names = Objects.requireNonNull(WARDS.get(code));
        return write(
                        token,
                        HttpMethod.PUT,
                        "/v1/municipalities/" + code,
                        Map.of("nameJa", names.ja(), "nameEn", names.en(), "kind", "special_ward"))
                .doOnSuccess(done -> tell.accept(code + " " + names.ja()));
    }

    private Mono<Void> departments(String token, String code, Consumer<String> tell) {
        List<String> departments = DEPARTMENTS.keySet().stream().sorted().toList();
        return each(
                        departments,
                        department -> {
                            Names names = Objects.requireNonNull(DEPARTMENTS.get(department));
                            return write(
                                    token,
                                    HttpMethod.PUT,
                                    "/v1/municipalities/" + code + "/departments/" + department,
                                    Map.of("nameJa", names.ja(), "nameEn", names.en()));
                        })
                .doOnSuccess(
                        done ->
                                tell.accept(
                                        "%s: %d departments".formatted(code, departments.size())));
    }

    private Mono<Void> importedContract(String token, Consumer<String> tell) {
        String uri =
                UriComponentsBuilder.fromPath("/v1/municipalities/131041/contracts/import")
                        .queryParam("departmentCode", "0101")
                        .queryParam("contractNumber", "R08-0001")
                        .queryParam("title", "{title}")
                        .queryParam("contractor", "{contractor}")
                        .queryParam("from", "2026-04-01")
                        .queryParam("to", "2027-03-31")
                        .build(false)
                        .toUriString();
        return http.post()
                .uri(uri, "【見本】区民アンケート集計業務委託", "株式会社見本データ")
                .headers(headers -> headers.setBearerAuth(token))
                .header("Idempotency-Key", "try-out-contract-1")
                .contentType(MARKDOWN)
                .bodyValue(sample())
                .retrieve()
                .toBodilessEntity()
                .doOnSuccess(
                        done -> tell.accept("131041: a contract with the ward's own filled form"))
                .then();
    }

    private Mono<Void> write(
            String token, HttpMethod method, String path, Map<String, String> body) {
        return http.method(method)
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Idempotency-Key", "try-out-" + path.replace('/', '-'))
                .bodyValue(body)
                .retrieve()
                .toBodilessEntity()
                .then();
    }

    private Mono<String> token(
            String subject,
            String name,
            List<String> roles,
            List<String> codes,
            List<String> departments) {
        return http.post()
                .uri("/dev/tokens")
                .bodyValue(
                        Map.of(
                                "subject", subject,
                                "name", name,
                                "municipalities", codes,
                                "roles", roles,
                                "departments", departments))
                .retrieve()
                .bodyToMono(Token.class)
                .map(Token::accessToken);
    }

    private static Mono<Void> each(List<String> values, Function<String, Mono<Void>> step) {
        return Flux.fromIterable(values).concatMap(step).then();
    }

    private static byte[] sample() {
        try (InputStream in = TryOutContent.class.getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new IllegalStateException("no " + SAMPLE + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
