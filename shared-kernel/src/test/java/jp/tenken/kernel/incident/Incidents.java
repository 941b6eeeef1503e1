package jp.tenken.kernel.incident;

import java.time.Instant;
import jp.tenken.kernel.SealedText;
import org.jspecify.annotations.Nullable;

/** Incidents as tests need them. */
public final class Incidents {

    private static final SealedText SUMMARY = new SealedText("k-1", "AQID");

    private Incidents() {}

    /** Nothing is known but that something happened, learned of on 5 June 2026. */
    public static IncidentFacts facts() {
        return facts(null);
    }

    /** The same, and whether it was under encryption. */
    public static IncidentFacts facts(@Nullable Boolean encrypted) {
        return new IncidentFacts(
                Instant.parse("2026-06-05T01:20:00Z"),
                null,
                null,
                null,
                SUMMARY,
                null,
                encrypted,
                null);
    }
}
