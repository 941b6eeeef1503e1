/**
 * Incidents (事案) that touch personal information under contracts, and the clock of the reports that
 * the law asks for.
 *
 * <p>Here live the events under the sealed {@link jp.tenken.kernel.incident.IncidentEvent}, the
 * values that they carry, and the pure rules: limits as data with effective dates, how their days
 * are counted, which reportable situations the known facts suggest. No clock: who needs today
 * passes it in.
 */
@NullMarked
package jp.tenken.kernel.incident;

import org.jspecify.annotations.NullMarked;
