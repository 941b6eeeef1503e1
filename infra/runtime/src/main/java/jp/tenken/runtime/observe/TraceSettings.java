package jp.tenken.runtime.observe;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces go, under {@code tenken.traces}.
 *
 * @param endpoint of a collector that speaks OTLP over HTTP, {@code http://host:4318/v1/traces};
 *     null or blank = there are no traces and nothing leaves the process
 * @param ratio of traces that are recorded, 0 to 1
 * @param service the name under which this process appears
 */
@ConfigurationProperties("tenken.traces")
public record TraceSettings(
        @Nullable String endpoint,
        @DefaultValue("1.0") double ratio,
        @DefaultValue("tenken") String service) {

    /** Refuses a ratio that is none. */
    public TraceSettings {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("tenken.traces.ratio is from 0 to 1");
        }
    }
}
