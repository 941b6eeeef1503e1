/**
 * The reference engines under the kit's own suites, so that whoever writes an engine can trust the
 * suites.
 */
@NullMarked
package jp.tenken.eventstore.tck;

import org.jspecify.annotations.NullMarked;
