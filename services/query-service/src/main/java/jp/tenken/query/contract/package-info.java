/**
 * What the views about contracts share: to whom a contract belongs, by which a caller's scope is
 * measured.
 *
 * <p>The views themselves live below. Nothing of a checklist or a status may appear here.
 */
@NullMarked
package jp.tenken.query.contract;

import org.jspecify.annotations.NullMarked;
