/** Specifications of the slice. They look at decisions, not at HTTP. */
@NullMarked
package jp.tenken.command.municipality.issuepolicyedition;

import org.jspecify.annotations.NullMarked;
