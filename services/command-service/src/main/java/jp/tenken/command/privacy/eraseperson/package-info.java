/**
 * A person is erased from a municipality: what its key sealed can no longer be read, and no name of
 * it is taken any more. What the person did stays, under the subject of its token.
 */
@NullMarked
package jp.tenken.command.privacy.eraseperson;

import org.jspecify.annotations.NullMarked;
