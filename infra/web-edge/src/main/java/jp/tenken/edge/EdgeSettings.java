package jp.tenken.edge;

import java.time.Duration;
import java.util.List;
import jp.tenken.edge.security.IssuerSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about the edge, under {@code tenken}.
 *
 * @param issuers who may vouch for callers; none = the try-out on loopback
 * @param limits what one process takes
 */
@ConfigurationProperties("tenken")
public record EdgeSettings(
        @DefaultValue List<IssuerSettings> issuers, @DefaultValue Limits limits) {

    /** Copies the issuers. */
    public EdgeSettings {
        issuers = List.copyOf(issuers);
    }

    /**
     * Limits of one process.
     *
     * @param requestsPerSecond of one caller in the long run, from 1
     * @param burst of one caller at once after a pause, at least {@code requestsPerSecond}
     * @param inFlight requests of all callers at once, from 1
     * @param timeout after which an unanswered request is given up
     */
    public record Limits(
            @DefaultValue("1000") long requestsPerSecond,
            @DefaultValue("5000") long burst,
            @DefaultValue("2000") int inFlight,
            @DefaultValue("30s") Duration timeout) {

        /** Refuses limits that would let nobody in. */
        public Limits {
            if (requestsPerSecond < 1 || burst < requestsPerSecond || inFlight < 1) {
                throw new IllegalArgumentException(
                        "tenken.limits: requests-per-second and in-flight from 1, burst not below"
                                + " requests-per-second");
            }
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("tenken.limits.timeout must be positive");
            }
        }
    }

    /** Whether the service knows no identity provider. */
    public boolean withoutIssuer() {
        return issuers.isEmpty();
    }
}
