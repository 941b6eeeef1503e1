package jp.tenken.edge.watch;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The header by which a client says to which trace its request belongs (W3C Trace Context). */
final class Traceparent {

    private static final String HEADER = "traceparent";
    private static final int LENGTH = 55;
    private static final Pattern SOUND =
            Pattern.compile(
                    "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /**
     * The header's value as version 00 writes it; null when there is none, more than one, or one
     * that is not sound. That is no reason to refuse a request: the trace then begins here.
     */
    static @Nullable String of(HttpHeaders headers) {
        List<String> sent = headers.getValuesAsList(HEADER);
        if (sent.size() != 1) {
            return null;
        }
        String value = sent.getFirst();
        // A later version may say more behind what this one knows; version 00 may not.
        boolean longer =
                value.length() > LENGTH && value.charAt(LENGTH) == '-' && !value.startsWith("00");
        String known = longer ? value.substring(0, LENGTH) : value;
        return SOUND.matcher(known).matches() ? "00" + known.substring(2) : null;
    }
}
