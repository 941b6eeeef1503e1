/**
 * Meters: binds what event store, projections and edge let be heard or read to a registry.
 *
 * <p>Every meter and every label is listed in {@code infra/docs/observability.md}. No label may
 * hold anything of a tenant, a caller or a request but what the program itself calls things; so the
 * number of series is bounded by the program, not by its use.
 */
@NullMarked
package jp.tenken.runtime.metrics;

import org.jspecify.annotations.NullMarked;
