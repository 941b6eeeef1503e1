package jp.tenken.projections;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a view has read the log.
 *
 * @param position of the last event scanned, handled or not; 0 = nothing yet
 * @param epoch of the log that was read; null = nothing yet. A view of another log is rebuilt
 */
public record ViewProgress(long position, @Nullable UUID epoch) {

    /** Nothing read yet. */
    public static final ViewProgress NONE = new ViewProgress(0, null);
}
