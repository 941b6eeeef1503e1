/**
 * Who calls and what it may do: trusted issuers, tokens, the caller, and the permission table as
 * data.
 *
 * <p>Everything here fails closed: what is not granted by a line of the table is refused. No
 * endpoint is defined here.
 */
@NullMarked
package jp.tenken.edge.security;

import org.jspecify.annotations.NullMarked;
