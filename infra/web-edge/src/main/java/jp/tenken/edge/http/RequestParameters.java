package jp.tenken.edge.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.tenken.edge.problem.Refusal;
import jp.tenken.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The query parameters of a request: only those that the endpoint declares, each once.
 *
 * @param values by name, in order of the names
 */
public record RequestParameters(SortedMap<String, String> values) {

    /** Rows of a page when the client does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most rows of a page. */
    public static final int MAX_LIMIT = 500;

    /** How many rows. */
    public static final String LIMIT = "limit";

    /** Where the page before ended. */
    public static final String CURSOR = "cursor";

    /** As it had been recorded then. */
    public static final String AS_OF = "asOf";

    private static final int LONGEST = 1024;
    private static final Pattern LIMIT_FORM = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern DATE_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant LATEST = Instant.parse("2999-12-31T15:00:00Z");

    /**
     * Reads them.
     *
     * @throws Refusal {@code parameter-unknown}, {@code parameter-repeated} or {@code
     *     parameter-invalid}, with one violation each
     */
    public static RequestParameters of(ServerHttpRequest request, Set<String> declared) {
        Map<String, List<String>> sent;
        try {
            sent = request.getQueryParams();
        } catch (IllegalArgumentException badEscape) {
            throw Refusal.field("query", "parameter-invalid");
        }
        if (sent.isEmpty()) {
            return new RequestParameters(Collections.emptySortedMap());
        }
        List<Violation> violations = new ArrayList<>();
        SortedMap<String, String> values = new TreeMap<>();
        sent.forEach(
                (name, all) -> {
                    String value = all.isEmpty() || all.getFirst() == null ? "" : all.getFirst();
                    if (!declared.contains(name)) {
                        violations.add(Violation.of(shortened(name), "parameter-unknown"));
                    } else if (all.size() > 1) {
                        violations.add(Violation.of(name, "parameter-repeated"));
                    } else if (!readable(value)) {
                        violations.add(Violation.of(name, "parameter-invalid"));
                    } else {
                        values.put(name, value);
                    }
                });
        if (!violations.isEmpty()) {
            throw Refusal.of(violations);
        }
        return new RequestParameters(Collections.unmodifiableSortedMap(values));
    }

    /** A parameter's text; null when it was not sent or is empty. */
    public @Nullable String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * Rows of the page, 1 to {@value #MAX_LIMIT}.
     *
     * @throws Refusal {@code limit-invalid}
     */
    public int limit() {
        String limit = values.get(LIMIT);
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!LIMIT_FORM.matcher(limit).matches() || Integer.parseInt(limit) > MAX_LIMIT) {
            throw Refusal.field(LIMIT, "limit-invalid");
        }
        return Integer.parseInt(limit);
    }

    /**
     * The instant as of which to read, inclusive; a date means the end of that day in Tokyo; null =
     * now.
     *
     * @throws Refusal {@code as-of-invalid} for what is neither
     */
    public @Nullable Instant asOf() {
        String text = values.get(AS_OF);
        if (text == null) {
            return null;
        }
        try {
            Instant instant =
                    DATE_FORM.matcher(text).matches()
                            ? LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(TOKYO)
                                    .toInstant()
                                    .minus(1, ChronoUnit.MICROS)
                            // A plus sign that nobody escaped arrives as a space.
                            : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
                throw Refusal.field(AS_OF, "as-of-invalid");
            }
            return instant;
        } catch (DateTimeException neither) {
            throw Refusal.field(AS_OF, "as-of-invalid");
        }
    }

    /** All that decides which rows a list has: what a cursor is bound to. */
    public String filters() {
        StringBuilder filters = new StringBuilder();
        values.forEach(
                (name, value) -> {
                    if (!name.equals(LIMIT) && !name.equals(CURSOR)) {
                        filters.append(name).append('=').append(value).append('\n');
                    }
                });
        return filters.toString();
    }

    // U+FFFD is what remains of bytes that were no UTF-8.
    private static boolean readable(String value) {
        return value.length() <= LONGEST
                && value.chars().noneMatch(c -> c == 0xFFFD || Character.isISOControl(c));
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64) + "…";
    }
}
