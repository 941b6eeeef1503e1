package jp.tenken.integration.feed.pull;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.tenken.edge.Request;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.integration.feed.FeedFilter;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.Rejection;
import jp.tenken.kernel.catalogue.EventCatalogue;
import org.jspecify.annotations.Nullable;

/** The query parameters of the feed, read and checked. */
final class FeedParameters {

    static final String AFTER = "after";
    static final String LIMIT = "limit";
    static final String TYPES = "types";
    static final String CONTRACT = "contractId";
    static final String DEPARTMENT = "departmentCode";
    static final String WAIT = "wait";

    /** Longest that a request may wait for news. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Pattern SECONDS = Pattern.compile("0|[1-9][0-9]?");

    private FeedParameters() {}

    /**
     * Which events; refuses a type that is not in the catalogue with {@code event-type-unknown}.
     */
    static FeedFilter filter(Request request) {
        return new FeedFilter(
                types(request.parameter(TYPES)),
                of(request, CONTRACT, ContractId::of),
                of(request, DEPARTMENT, DepartmentCode::of));
    }

    /** How long to wait for news: 0 to 30 s; refuses others with {@code wait-invalid}. */
    static Duration wait(Request request) {
        String text = request.parameter(WAIT);
        if (text == null) {
            return Duration.ZERO;
        }
        if (!SECONDS.matcher(text).matches() || Integer.parseInt(text) > LONGEST_WAIT.toSeconds()) {
            throw Refusal.field(WAIT, "wait-invalid");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static Set<String> types(@Nullable String list) {
        Set<String> types = new TreeSet<>();
        if (list != null) {
            for (String type : list.split(",", -1)) {
                if (EventCatalogue.find(type).isEmpty()) {
                    throw Refusal.field(TYPES, "event-type-unknown");
                }
                types.add(type);
            }
        }
        return types;
    }

    private static <T> @Nullable T of(Request request, String name, Function<String, T> of) {
        String text = request.parameter(name);
        return text == null ? null : Rejection.inField(name, () -> of.apply(text));
    }
}
