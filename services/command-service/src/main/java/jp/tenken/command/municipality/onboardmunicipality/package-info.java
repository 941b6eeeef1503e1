/**
 * A municipality comes on board: its code, names and kind are recorded once, and in the same commit
 * it adopts the built-in template in its own words.
 *
 * <p>Saying the same again changes nothing; saying something else about a municipality that is
 * there is a conflict, because a change of name or code is a matter of its own.
 */
@NullMarked
package jp.tenken.command.municipality.onboardmunicipality;

import org.jspecify.annotations.NullMarked;
