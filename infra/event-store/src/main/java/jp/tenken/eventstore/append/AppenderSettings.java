package jp.tenken.eventstore.append;

import java.time.Duration;
import java.util.Set;

/**
 * Bounds of an {@link Appender}.
 *
 * @param chainTags tag keys whose values get a hash chain of their own
 * @param batchEvents events that one write may hold
 * @param batchBytes bytes of commits, as {@link CommitSize} counts, that one write may hold
 * @param waiting appends that may wait at the same time; one more is refused
 * @param window events that the conflict window remembers
 * @param lostRaces how often other writers may be faster before an append is refused
 * @param patience how long callers wait for an unclear outcome before they are told so
 */
public record AppenderSettings(
        Set<String> chainTags,
        int batchEvents,
        long batchBytes,
        int waiting,
        int window,
        int lostRaces,
        Duration patience) {

    /**
     * What a service runs with: batches of 512 events or 8 MiB, 8 192 waiting, 16 384 remembered.
     */
    public static AppenderSettings withChains(Set<String> chainTags) {
        return new AppenderSettings(
                Set.copyOf(chainTags),
                512,
                8L * 1024 * 1024,
                8_192,
                16_384,
                64,
                Duration.ofSeconds(10));
    }
}
