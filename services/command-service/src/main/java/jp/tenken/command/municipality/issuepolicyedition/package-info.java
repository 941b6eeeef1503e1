/**
 * An edition of a policy, of special provisions, of a law or of a guideline is made known under the
 * municipality's own id. An edition never changes: the same again is no news, something else under
 * the same id is a conflict.
 */
@NullMarked
package jp.tenken.command.municipality.issuepolicyedition;

import org.jspecify.annotations.NullMarked;
