package jp.tenken.edge.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;

/** Finds out what a failure is for the client. Knows no HTTP exchange; thread-safe. */
public final class ProblemMapper {

    /** The code of everything that nobody expected. */
    public static final String UNEXPECTED = "internal-error";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private final ProblemCatalogue catalogue;

    /** With the texts of the given catalogue. */
    public ProblemMapper(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What a failure is, before it is put into words.
     *
     * @param code in the catalogue
     * @param status HTTP status
     * @param parameters for the texts
     * @param violations the fields at fault
     * @param headers further headers of the answer
     */
    public record Finding(
            String code,
            int status,
            Map<String, String> parameters,
            List<Violation> violations,
            Map<String, String> headers) {}

    /** What the failure is; {@value #UNEXPECTED} when it is none that anybody meant to answer. */
    public Finding find(Throwable failure) {
        return switch (failure) {
            case Refusal refusal ->
                    new Finding(
                            refusal.code(),
                            status(refusal.code(), 400),
                            refusal.parameters(),
                            refusal.violations(),
                            refusal.headers());
            case Rejection rejection ->
                    new Finding(
                            rejection.code(),
                            status(rejection.kind()),
                            named(rejection),
                            rejection.violations(),
                            Map.of());
            case MethodNotAllowedException method ->
                    new Finding(
                            "method-not-allowed",
                            405,
                            Map.of("method", method.getHttpMethod()),
                            List.of(),
                            Map.of(HttpHeaders.ALLOW, allow(method.getSupportedMethods())));
            case ResponseStatusException status -> plain(code(status.getStatusCode().value()));
            case AccessDeniedException denied -> plain("permission-denied");
            default -> plain(UNEXPECTED);
        };
    }

    /** The finding in words. */
    public Problem describe(Finding finding, Language language, @Nullable String incidentId) {
        Map<String, String> values = new HashMap<>(finding.parameters());
        if (incidentId != null) {
            values.put("incidentId", incidentId);
        }
        return new Problem(
                "/problems/" + finding.code(),
                entry(finding.code(), finding.status()).in(language).title(),
                finding.status(),
                entry(finding.code(), finding.status()).detail(language, values),
                finding.code(),
                finding.violations().stream().map(each -> field(each, language)).toList(),
                incidentId);
    }

    private Problem.Field field(Violation violation, Language language) {
        Map<String, String> values = new HashMap<>(violation.parameters());
        values.put("field", violation.field());
        return new Problem.Field(
                violation.field(),
                violation.code(),
                entry(violation.code(), 400).detail(language, values));
    }

    private Finding plain(String code) {
        return new Finding(
                code,
                status(code, UNEXPECTED.equals(code) ? 500 : 400),
                Map.of(),
                List.of(),
                Map.of());
    }

    private int status(String code, int otherwise) {
        return catalogue.find(code).map(ProblemEntry::status).orElse(otherwise);
    }

    private static int status(Rejection.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
        };
    }

    private static Map<String, String> named(Rejection rejection) {
        Map<String, String> values = new HashMap<>();
        if (!rejection.violations().isEmpty()) {
            Violation first = rejection.violations().getFirst();
            values.putAll(first.parameters());
            values.put("field", first.field());
        }
        values.putAll(rejection.parameters());
        return values;
    }

    // A test sees to it that this does not happen; if it does, the client still gets its code.
    private ProblemEntry entry(String code, int status) {
        return catalogue
                .find(code)
                .orElseGet(
                        () -> {
                            LOG.warn("the problem catalogue does not know {}", code);
                            ProblemEntry.Texts bare =
                                    new ProblemEntry.Texts(code, code, code, code);
                            return new ProblemEntry(
                                    code, status, Map.of(Language.JA, bare, Language.EN, bare));
                        });
    }

    private static String allow(@Nullable Set<HttpMethod> methods) {
        return methods == null
                ? ""
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "token-missing";
            case 403 -> "permission-denied";
            case 404 -> "not-found";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "content-type-unsupported";
            default -> status < 500 ? "request-malformed" : UNEXPECTED;
        };
    }
}
