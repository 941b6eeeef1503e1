/**
 * What happens to a municipality as such: its onboarding, its departments, the template that it
 * adopts, the path along which its checklists are approved, the editions of its policies.
 *
 * <p>Here live the events, as records under the sealed {@link
 * jp.tenken.kernel.municipality.MunicipalityEvent}, and the values that they carry. The version of
 * a municipality is 1 from its onboarding; the version of a department is the number of events that
 * carry its code.
 */
@NullMarked
package jp.tenken.kernel.municipality;

import org.jspecify.annotations.NullMarked;
